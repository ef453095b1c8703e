package dev.paperboy.ingest.paper;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Brings titles, abstracts and author lists of all sources into one shape. */
public final class PaperText {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern PARENTHESES = Pattern.compile("\\s*\\([^()]*\\)");
  private static final Pattern BETWEEN_AUTHORS = Pattern.compile("\\s*(?:,|;|\\band\\b)\\s+");
  private static final Pattern WITHDRAWN =
      Pattern.compile(
          "\\b(?:this|the) (?:paper|article|submission|manuscript|work|preprint)"
              + "(?: has been| is| was)(?: temporarily)? withdrawn\\b"
              + "|^\\W*withdrawn\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int WITHDRAWAL_NOTICE_CHARS = 200;

  private PaperText() {}

  /** One line: Unicode NFC, every run of white space and control characters one space. */
  public static String line(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** The same, and null where nothing is left. */
  public static String lineOrNull(String text) {
    String line = text == null ? "" : line(text);
    return line.isEmpty() ? null : line;
  }

  /** A person's name as one line, with the accents that TeX wrote into it. */
  public static String name(String text) {
    return LatexNames.read(line(text));
  }

  /** Splits {@code "A. Smith (MIT), B. Jones and C. Wu"} into names, without affiliations. */
  public static List<String> authors(String text) {
    String names = name(text);
    // Affiliations may be nested: take the innermost parentheses away until none is left.
    for (String before = ""; !before.equals(names); ) {
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
    return WITHDRAWN.matcher(opening).find()
        || comments != null && WITHDRAWN.matcher(comments).find();
  }
}
