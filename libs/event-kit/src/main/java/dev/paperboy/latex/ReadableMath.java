package dev.paperboy.latex;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Titles, names and abstracts as text that reads well without a typesetter: {@code Erd\H{o}s},
 * {@code $\mathcal{O}(n^2)$} and {@code $\alpha$} become Erdős, O(n²) and α.
 *
 * <p>The result is plain text, to be escaped like any other by what shows it. Only an allow-list of
 * commands means anything; links and pictures lose their targets.
 */
public final class ReadableMath {
  /** No abstract is longer; more is somebody's joke, and shown as it is. */
  private static final int LONGEST = 20_000;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Control characters, and those that turn the direction of the text around them. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private ReadableMath() {}

  /**
   * Converts what can be read and leaves the rest as written; never throws.
   *
   * @param text as announced; null gives the empty string
   * @return one line, runs of white space as one space, canonically composed
   */
  public static String of(String text) {
    if (text == null) {
      return "";
    }
    String plain = UNSEEN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("").strip();
    if (plain.length() > LONGEST || !needsReading(plain)) {
      return plain;
    }
    try {
      String read = new LatexReader(plain).read();
      return Normalizer.normalize(SPACE.matcher(read).replaceAll(" ").strip(), Normalizer.Form.NFC);
    } catch (LatexReader.TooDeepException e) {
      return plain;
    }
  }

  private static boolean needsReading(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("\\${`'~-".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
