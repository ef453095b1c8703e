package dev.paperboy.notify.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that could not be handed over is tried again: ever more rarely, within its day. */
final class RetryPlan {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration GIVE_UP = Duration.ofHours(20);

  private RetryPlan() {}

  /**
   * The next attempt, or empty where the mail has had its day.
   *
   * @param attempts made so far, 1 or more
   * @param created when the mail was written
   * @param luck from 0 to 1, spreads the attempts
   */
  static Optional<Instant> next(int attempts, Instant created, Instant now, double luck) {
    long seconds = Math.min(FIRST.toSeconds() << Math.min(attempts - 1, 20), LONGEST.toSeconds());
    Instant next = now.plusMillis((long) (seconds * 1000 * (0.75 + luck / 2)));
    return next.isAfter(created.plus(GIVE_UP)) ? Optional.empty() : Optional.of(next);
  }
}
