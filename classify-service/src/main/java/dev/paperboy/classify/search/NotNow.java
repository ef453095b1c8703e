package dev.paperboy.classify.search;

import jakarta.ws.rs.ServiceUnavailableException;

/** What was asked for can be had, but not at this moment: 503, and when to come back. */
public final class NotNow extends ServiceUnavailableException {
  private static final long serialVersionUID = 1;
  private static final long SOON_SECONDS = 5;
  private static final long LATER_SECONDS = 60;

  private NotNow(String message, long seconds) {
    super(message, seconds);
  }

  /** The encoder has too much to do. */
  static NotNow withoutMeaning() {
    return new NotNow(
        "The machine is busy, and what papers are about cannot be compared just now. Please try"
            + " again in a few seconds, or search for words.",
        SOON_SECONDS);
  }

  /** The index is being read in. */
  static NotNow whileFilling() {
    return new NotNow(
        "The papers are being read in after an update, and this one may come yet. Please try again"
            + " in a minute.",
        LATER_SECONDS);
  }
}
