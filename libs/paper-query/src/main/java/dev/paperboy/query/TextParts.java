package dev.paperboy.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Cuts the text of papers and queries into parts: folded runs of letters and digits.
 *
 * <p>Made for what titles and abstracts contain. {@code C++}, {@code C#} and {@code 3.5} stay
 * whole; {@code pre-training}, {@code GPT-4} and {@code L^2} are compounds, cut into their parts
 * and also joined ({@code pretraining}, {@code gpt4}, {@code l2}); TeX commands that only format
 * ({@code \mathcal}) say nothing and are skipped, all others ({@code \alpha}) are words.
 */
final class TextParts {
  /** Longer runs are cut, since an index refuses terms of 32 KB; no word is that long. */
  private static final int LONGEST_PART = 128;

  private static final int LONGEST_JOINED = 64;
  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2212_^";
  private static final String APOSTROPHES = "'\u2019";
  private static final Set<String> FORMATTING =
      Set.of(
          "mathcal",
          "mathbb",
          "mathrm",
          "mathbf",
          "mathit",
          "mathsf",
          "mathtt",
          "mathfrak",
          "mathscr",
          "boldsymbol",
          "operatorname",
          "text",
          "textit",
          "textbf",
          "textrm",
          "textsf",
          "texttt",
          "textsc",
          "emph",
          "left",
          "right",
          "rm",
          "bf",
          "it",
          "em",
          "tt",
          "sc",
          "cal");

  /**
   * A folded part of a text.
   *
   * @param start offset of its first char in the text
   * @param end offset behind its last char
   * @param joined whether it is a whole compound, lying over the parts that it consists of
   */
  record Part(String text, int start, int end, boolean joined) {}

  private final String text;
  private int at;

  private TextParts(String text) {
    this.text = text;
  }

  /** All parts in order; a joined compound comes right behind the first of its parts. */
  static List<Part> of(String text) {
    List<Part> all = new ArrayList<>();
    for (List<Part> compound : compounds(text)) {
      all.addAll(compound);
      joined(compound).ifPresent(whole -> all.add(all.size() - compound.size() + 1, whole));
    }
    return all;
  }

  /** The parts of each word: more than one where it is a compound. */
  static List<List<Part>> compounds(String text) {
    TextParts parts = new TextParts(text);
    List<List<Part>> compounds = new ArrayList<>();
    while (parts.toNextPart()) {
      List<Part> compound = parts.compound();
      if (!compound.isEmpty()) {
        compounds.add(compound);
      }
    }
    return compounds;
  }

  /** Whether the text has nothing but punctuation. */
  static boolean none(String text) {
    return compounds(text).isEmpty();
  }

  /** All parts as one, without what is between them. */
  static String joinedText(String text) {
    return compounds(text).stream()
        .flatMap(List::stream)
        .map(Part::text)
        .collect(Collectors.joining());
  }

  private static Optional<Part> joined(List<Part> compound) {
    if (compound.size() < 2) {
      return Optional.empty();
    }
    StringBuilder whole = new StringBuilder();
    compound.forEach(part -> whole.append(part.text()));
    return whole.length() > LONGEST_JOINED
        ? Optional.empty()
        : Optional.of(
            new Part(
                whole.toString(), compound.getFirst().start(), compound.getLast().end(), true));
  }

  private boolean toNextPart() {
    while (at < text.length() && !begins(text.codePointAt(at))) {
      at += text.charAt(at) == '\\' ? 1 + formatting() : Character.charCount(text.codePointAt(at));
    }
    return at < text.length();
  }

  /** Length of the formatting command behind the backslash here, 0 where it is none. */
  private int formatting() {
    int end = at + 1;
    while (end < text.length() && isAsciiLetter(text.charAt(end))) {
      end++;
    }
    return FORMATTING.contains(text.substring(at + 1, end)) ? end - at - 1 : 0;
  }

  private List<Part> compound() {
    List<Part> parts = new ArrayList<>();
    while (true) {
      int start = at;
      at = partEnd();
      String folded = fold(text.substring(start, at));
      if (!folded.isEmpty()) {
        parts.add(new Part(folded, start, at, false));
      }
      int next = behindHyphen();
      if (next < 0) {
        return parts;
      }
      at = next;
    }
  }

  private int partEnd() {
    int end = at;
    boolean onlyLetters = true;
    while (end < text.length() && end - at < LONGEST_PART) {
      int c = text.codePointAt(end);
      if (!begins(c) && !isMark(c) && !bridges(end)) {
        break;
      }
      onlyLetters &= Character.isLetter(c);
      end += Character.charCount(c);
    }
    if (onlyLetters && text.startsWith("++", end)) {
      return end + 2;
    }
    return onlyLetters && text.startsWith("#", end) ? end + 1 : end;
  }

  /** Whether the char is the dot of {@code 3.5} or the apostrophe of {@code don't}. */
  private boolean bridges(int index) {
    if (index == at || index + 1 >= text.length()) {
      return false;
    }
    char before = text.charAt(index - 1);
    char after = text.charAt(index + 1);
    return text.charAt(index) == '.'
        ? Character.isDigit(before) && Character.isDigit(after)
        : APOSTROPHES.indexOf(text.charAt(index)) >= 0
            && Character.isLetter(before)
            && Character.isLetter(after);
  }

  /** Where the compound goes on behind the hyphen or power sign here; -1 where it ends. */
  private int behindHyphen() {
    int next = at;
    while (next < text.length() && next < at + 2 && HYPHENS.indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    if (next == at) {
      return -1;
    }
    if (next < text.length() && text.charAt(next) == '{') {
      next++;
    }
    return next < text.length() && begins(text.codePointAt(next)) ? next : -1;
  }

  private static boolean begins(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.OTHER_NUMBER
        || type == Character.LETTER_NUMBER;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Lower case, without diacritics, styles of mathematical letters, possessive and apostrophes. */
  private static String fold(String part) {
    String folded = part.chars().allMatch(c -> c < 128) ? part : foldToAscii(part);
    folded = folded.toLowerCase(Locale.ROOT);
    if (folded.endsWith("'s")) {
      folded = folded.substring(0, folded.length() - 2);
    }
    return folded.replace("'", "");
  }

  private static String foldToAscii(String part) {
    String decomposed = Normalizer.normalize(part.replace('\u2019', '\''), Normalizer.Form.NFKD);
    char[] in = decomposed.toCharArray();
    // Four chars for one is the most that folding makes of any char.
    char[] out = new char[in.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    StringBuilder kept = new StringBuilder();
    new String(out, 0, length)
        .codePoints()
        .filter(c -> begins(c) || (c < 128 && ".+#'".indexOf(c) >= 0))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
