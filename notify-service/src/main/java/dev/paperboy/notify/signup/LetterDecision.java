package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.SubscriberStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * What a sign-up mails to its address: at most one letter in 24 hours, and three confirmations
 * until one is answered, however often and from wherever the form is sent.
 */
enum LetterDecision {
  /** Ask whether the address wants this. */
  CONFIRMATION,
  /** Tell that the address has a subscription. */
  KNOWN,
  NONE;

  private static final Duration BETWEEN = Duration.ofHours(24);
  private static final int MOST_CONFIRMATIONS = 3;

  /**
   * Decides.
   *
   * @param sent confirmations since the last one that was answered
   * @param last when sign-up last mailed the address; null for never
   */
  static LetterDecision of(SubscriberStatus status, int sent, Instant last, Instant now) {
    if (last != null && now.isBefore(last.plus(BETWEEN))) {
      return NONE;
    }
    return switch (status) {
      case ACTIVE -> KNOWN;
      case PENDING, UNSUBSCRIBED -> sent < MOST_CONFIRMATIONS ? CONFIRMATION : NONE;
      case SUPPRESSED -> NONE;
    };
  }
}
