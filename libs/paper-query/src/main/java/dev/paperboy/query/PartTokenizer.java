package dev.paperboy.query;

import dev.paperboy.query.TextParts.Part;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands the parts of a text to Lucene; a joined part takes the position of the one before. */
final class PartTokenizer extends Tokenizer {
  private final Function<String, List<Part>> cut;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

  /** Kept, since most texts are a word of a query. */
  private final char[] buffer = new char[1024];

  private Iterator<Part> parts = List.<Part>of().iterator();
  private int length;

  PartTokenizer(Function<String, List<Part>> cut) {
    this.cut = cut;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    StringBuilder text = new StringBuilder();
    for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
      text.append(buffer, 0, read);
    }
    length = text.length();
    parts = cut.apply(text.toString()).iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!parts.hasNext()) {
      return false;
    }
    Part part = parts.next();
    term.setEmpty().append(part.text());
    offset.setOffset(correctOffset(part.start()), correctOffset(part.end()));
    step.setPositionIncrement(part.joined() ? 0 : 1);
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(length), correctOffset(length));
  }
}
