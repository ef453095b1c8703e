package dev.paperboy.ingest.paper;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the accents that TeX writes into names: {@code Bal\'azs}, {@code G{\"o}del}, {@code
 * Erd\H{o}s}, {@code Mart{\'\i}nez}. arXiv's raw records have names as they were typed, its others
 * as Unicode; a filter by author has to find both.
 *
 * <p>Of names only: titles and abstracts stay as written, and are read where they are shown.
 */
final class LatexNames {
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("ss", "ß"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("i", "ı"),
          Map.entry("j", "ȷ"),
          Map.entry("th", "þ"),
          Map.entry("TH", "Þ"),
          Map.entry("dh", "ð"),
          Map.entry("DH", "Ð"),
          Map.entry("dj", "đ"),
          Map.entry("DJ", "Đ"));

  private static final Map<String, String> MARKS =
      Map.ofEntries(
          Map.entry("`", "\u0300"),
          Map.entry("'", "\u0301"),
          Map.entry("^", "\u0302"),
          Map.entry("~", "\u0303"),
          Map.entry("=", "\u0304"),
          Map.entry("u", "\u0306"),
          Map.entry(".", "\u0307"),
          Map.entry("\"", "\u0308"),
          Map.entry("r", "\u030a"),
          Map.entry("H", "\u030b"),
          Map.entry("v", "\u030c"),
          Map.entry("d", "\u0323"),
          Map.entry("c", "\u0327"),
          Map.entry("k", "\u0328"),
          Map.entry("b", "\u0331"));

  private static final Pattern LETTER =
      Pattern.compile(
          "\\\\(aa|AA|ae|AE|oe|OE|ss|th|TH|dh|DH|dj|DJ|[oOlLij])(?![A-Za-z])(?:\\{\\}| )?");
  // A mark, then a letter, bare or in braces; a mark that is a letter needs an end of its name.
  private static final Pattern ACCENT =
      Pattern.compile(
          "\\\\(?:(['`^\"~=.]) ?|([uvHcdbkr])(?: +|(?=\\{)))(?:(\\p{L})|\\{ ?(\\p{L}) ?\\})");
  private static final Pattern GROUP = Pattern.compile("[{}]");
  private static final Pattern TIE = Pattern.compile("~|\\\\[ ,]");

  private LatexNames() {}

  /** The text in Unicode, composed; one without TeX as it is. */
  static String read(String names) {
    if (names.indexOf('\\') < 0 && names.indexOf('{') < 0 && names.indexOf('~') < 0) {
      return names;
    }
    String letters = LETTER.matcher(names).replaceAll(found -> LETTERS.get(found.group(1)));
    String accented = ACCENT.matcher(letters).replaceAll(LatexNames::accented);
    String tied = TIE.matcher(accented).replaceAll(" ");
    String bare = GROUP.matcher(tied).replaceAll("").replaceAll(" {2,}", " ");
    return Normalizer.normalize(bare, Normalizer.Form.NFC).strip();
  }

  private static String accented(MatchResult found) {
    String mark = MARKS.get(found.group(1) == null ? found.group(2) : found.group(1));
    String letter = found.group(3) == null ? found.group(4) : found.group(3);
    // Accents go on the dotless letters in TeX, on the dotted ones in Unicode.
    return switch (letter) {
      case "ı" -> "i" + mark;
      case "ȷ" -> "j" + mark;
      default -> letter + mark;
    };
  }
}
