package dev.paperboy.notify.signup;

import java.util.List;

/**
 * What a reader was sent, and what they said of it.
 *
 * @param token of the link in use
 * @param left whether no more digests come
 */
record HistoryView(String token, boolean left, List<Past> digests, List<Marked> marks) {
  /**
   * A day.
   *
   * @param what the mail's subject, or why there was none
   * @param href the digest on the web; null where there was none
   */
  record Past(String day, String what, String href) {}

  /** A paper that was marked. */
  record Marked(String id, String title, String href, String said) {}
}
