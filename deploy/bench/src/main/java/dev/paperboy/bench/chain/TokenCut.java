package dev.paperboy.bench.chain;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Cuts texts behind as many tokens as our encoder reads, for encoders that read more. */
final class TokenCut implements AutoCloseable {
  private static final int TOKENS = 256;
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  private final HuggingFaceTokenizer tokenizer;

  TokenCut() throws IOException {
    try (InputStream in = TokenCut.class.getResourceAsStream(TOKENIZER)) {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              in, Map.of("padding", "false", "truncation", "true", "maxLength", "" + TOKENS));
    }
  }

  List<TextSegment> of(List<String> texts) {
    return texts.stream().map(text -> TextSegment.from(cut(text))).toList();
  }

  private String cut(String text) {
    Encoding tokens = tokenizer.encode(text);
    int end = 0;
    for (CharSpan span : tokens.getCharTokenSpans()) {
      // Special tokens stand for no characters.
      if (span != null) {
        end = Math.max(end, span.getEnd());
      }
    }
    return end == 0 ? text : text.substring(0, Math.min(end, text.length()));
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
