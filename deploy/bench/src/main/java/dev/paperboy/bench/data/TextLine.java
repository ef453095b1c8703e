package dev.paperboy.bench.data;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as announcements carry it, so that a vector made here is the one the pipeline makes. */
final class TextLine {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private TextLine() {}

  /** Unicode NFC, every run of white space and control characters one space. */
  static String of(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }
}
