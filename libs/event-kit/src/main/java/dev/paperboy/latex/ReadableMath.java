package dev.paperboy.latex;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
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
   * A piece of a text.
   *
   * @param text as {@link #of} reads it
   * @param tex the formula that it is, without what delimits it; null for words
   */
  public record Passage(String text, String tex) {}

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
    String plain = oneLine(text);
    if (plain.length() > LONGEST || !needsReading(plain)) {
      return plain;
    }
    try {
      return composed(new LatexReader(plain).read());
    } catch (LatexReader.TooDeepException e) {
      return plain;
    }
  }

  /**
   * The same in pieces, so that formulas can be set better where that can be done; the pieces'
   * texts together are {@link #of}.
   *
   * @param text as announced; null gives no pieces
   */
  public static List<Passage> passages(String text) {
    String plain = text == null ? "" : oneLine(text);
    if (plain.isEmpty()) {
      return List.of();
    }
    if (plain.length() > LONGEST || !needsReading(plain)) {
      return List.of(new Passage(plain, null));
    }
    List<String> formulas = new ArrayList<>();
    try {
      return cut(composed(new LatexReader(plain, formulas).read()), formulas);
    } catch (LatexReader.TooDeepException e) {
      return List.of(new Passage(plain, null));
    }
  }

  private static List<Passage> cut(String read, List<String> formulas) {
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    for (String formula : formulas) {
      int start = read.indexOf(LatexReader.FORMULA, from);
      int end = read.indexOf(LatexReader.FORMULA_ENDS, start);
      if (start > from) {
        passages.add(new Passage(read.substring(from, start), null));
      }
      passages.add(new Passage(read.substring(start + 1, end), formula));
      from = end + 1;
    }
    if (from < read.length()) {
      passages.add(new Passage(read.substring(from), null));
    }
    return passages;
  }

  private static String oneLine(String text) {
    return UNSEEN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("").strip();
  }

  private static String composed(String read) {
    return Normalizer.normalize(SPACE.matcher(read).replaceAll(" ").strip(), Normalizer.Form.NFC);
  }

  /** Whether a command, without its backslash, stands for a character of its own. */
  public static boolean isSymbol(String command) {
    return LatexSymbols.COMMANDS.containsKey(command);
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
