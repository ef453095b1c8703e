package dev.paperboy.bench.chain;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import dev.langchain4j.data.segment.TextSegment;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import java.io.IOException;
import java.util.List;

/** Cuts texts behind as many tokens as our encoder reads, for encoders that read more. */
final class TokenCut implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  TokenCut() throws IOException {
    tokenizer = BgeSmallEncoder.tokenizer();
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
