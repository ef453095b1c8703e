package dev.paperboy.ingest.paper;

import dev.paperboy.latex.ReadableMath;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Brings titles, abstracts and author lists of all sources into one shape. */
public final class PaperText {
  private static final int DELETE = 0x7f;
  // Below the first combining mark nothing can compose: such text is in NFC already.
  private static final int FIRST_COMBINING = 0x300;
  private static final Pattern PARENTHESES = Pattern.compile("\\s*\\([^()]*\\)");
  private static final Pattern BETWEEN_AUTHORS =
      Pattern.compile("\\s*(?:(?<!\\\\),|;|\\band\\b)\\s+");
  private static final Pattern TEX = Pattern.compile("[\\\\{~$]");
  private static final Pattern BRACES = Pattern.compile("[{}]");
  private static final Pattern WITHDRAWN =
      Pattern.compile(
          "\\b(?:this|the) (?:paper|article|submission|manuscript|work|preprint)"
              + "(?: has been| is| was)(?: temporarily)? withdrawn\\b"
              + "|^\\W*withdrawn\\b",
          Pattern.CASE_INSENSITIVE);
  private static final String WORD = "withdrawn";
  // The bit that tells an ASCII letter's cases apart.
  private static final int CASE = 0x20;
  private static final int WITHDRAWAL_NOTICE_CHARS = 200;

  private PaperText() {}

  /** One line: Unicode NFC, every run of white space and control characters one space. */
  public static String line(String text) {
    // By hand and without branches: every text of every record comes here, and a pattern takes ten
    // times as long.
    char[] chars = text.toCharArray();
    int length = 0;
    int bits = 0;
    boolean afterSpace = true;
    for (char c : chars) {
      boolean space = c <= ' ' || c == DELETE;
      chars[length] = space ? ' ' : c;
      length += space & afterSpace ? 0 : 1;
      bits |= c;
      afterSpace = space;
    }
    String line = new String(chars, 0, length);
    // What Unicode alone calls white space is taken off the ends only.
    return (bits < FIRST_COMBINING ? line : Normalizer.normalize(line, Normalizer.Form.NFC))
        .strip();
  }

  /** The same, and null where nothing is left. */
  public static String lineOrNull(String text) {
    String line = text == null ? "" : line(text);
    return line.isEmpty() ? null : line;
  }

  /** A person's name with the accents that TeX wrote into it; one without TeX as it is. */
  public static String name(String written) {
    return TEX.matcher(written).find()
        ? BRACES.matcher(ReadableMath.of(written)).replaceAll("")
        : written;
  }

  /** Splits {@code "A. Smith (MIT), B. Jones and C. Wu"} into names, without affiliations. */
  public static List<String> authors(String text) {
    String names = line(text);
    // Affiliations may be nested: take the innermost parentheses away until none is left.
    for (String before = ""; names.indexOf('(') >= 0 && !before.equals(names); ) {
      before = names;
      names = PARENTHESES.matcher(names).replaceAll("");
    }
    return Arrays.stream(BETWEEN_AUTHORS.split(names))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Whether abstract or comments say that the authors took the paper back. */
  public static boolean saysWithdrawn(String abstractText, String comments) {
    // A notice replaces the abstract or opens it; a paper about withdrawn papers mentions them
    // later.
    String opening =
        abstractText.substring(0, Math.min(WITHDRAWAL_NOTICE_CHARS, abstractText.length()));
    return isWithdrawn(opening) || comments != null && isWithdrawn(comments);
  }

  private static boolean isWithdrawn(String text) {
    // Nearly no text has the word, and to look for it is quicker than to try the pattern.
    return hasWord(text) && WITHDRAWN.matcher(text).find();
  }

  private static boolean hasWord(String text) {
    for (int i = 0; i + WORD.length() <= text.length(); i++) {
      if ((text.charAt(i) | CASE) == WORD.charAt(0)
          && text.regionMatches(true, i, WORD, 0, WORD.length())) {
        return true;
      }
    }
    return false;
  }
}
