package dev.paperboy.notify.digest;

import java.util.List;

/**
 * What a filter would have sent, for a page.
 *
 * @param heading one sentence with the number
 * @param days one line each, the latest first
 * @param notes what the reader has to know; empty for nothing
 * @param digest the latest one with papers; null where there is none
 * @param digestOf the day it is of, such as {@code Tuesday, 12 May}; null where there is none
 */
public record PreviewView(
    String heading, List<Day> days, List<String> notes, DigestView digest, String digestOf) {
  /**
   * A day's digest in numbers.
   *
   * @param name such as {@code Tuesday, 12 May}
   * @param papers new ones
   * @param full sent with abstract
   * @param titles sent by title
   * @param ids of all papers sent, in the mail's order
   */
  public record Day(String name, int papers, int matched, int full, int titles, List<String> ids) {
    /** All that would have been in the mail. */
    public int sent() {
      return full + titles;
    }
  }
}
