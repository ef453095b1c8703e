package dev.paperboy.classify.site;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Where a page stands in a long list.
 *
 * @param words such as «26–50 of 1,412»
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record Pages(String words, String previous, String next) {
  /** Papers on a page. */
  static final int SIZE = 25;

  /** Nobody reads further, and deep pages cost the index as much as all before them. */
  static final int LAST = 40;

  /**
   * Reads a page number; what is none is the first page.
   *
   * @return from 1 to {@value #LAST}
   */
  static int number(String text) {
    if (text == null || !text.matches("\\d{1,4}")) {
      return 1;
    }
    return Math.clamp(Integer.parseInt(text), 1, LAST);
  }

  /** A page number as addresses have it: null for the first page, which needs none. */
  static String written(int number) {
    return number == 1 ? null : Integer.toString(number);
  }

  /** How many papers come before a page. */
  static int offset(int number) {
    return (number - 1) * SIZE;
  }

  /**
   * The place of a page.
   *
   * @param number from 1
   * @param shown papers on this page
   * @param total papers of the whole list
   * @param address of a page by its number
   */
  static Pages at(int number, int shown, long total, IntFunction<String> address) {
    int before = offset(number);
    boolean more = before + shown < total && number < LAST && shown > 0;
    String words =
        shown == 0
            ? String.format(Locale.UK, "%,d in all", total)
            : String.format(Locale.UK, "%,d–%,d of %,d", before + 1, before + shown, total);
    return new Pages(
        words,
        number > 1 ? address.apply(number - 1) : null,
        more ? address.apply(number + 1) : null);
  }

  /** Whether there is anywhere to go. */
  public boolean several() {
    return previous != null || next != null;
  }
}
