package dev.paperboy.notify.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that could not be handed over is tried again: ever more rarely, within its day. */
final class RetryPlan {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration FIRST_REST = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(2);
  private static final Duration GIVE_UP = Duration.ofHours(20);

  private RetryPlan() {}

  /** Whether a mail has had its day. */
  static boolean isOver(Instant created, Instant now) {
    return now.isAfter(created.plus(GIVE_UP));
  }

  /**
   * How long to leave the mail server alone that could not be reached.
   *
   * @param failures in a row, 1 or more
   */
  static Duration lineRest(int failures) {
    return Duration.ofSeconds(
        Math.min(FIRST_REST.toSeconds() << Math.min(failures - 1, 20), LONGEST_REST.toSeconds()));
  }

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
    return isOver(created, next) ? Optional.empty() : Optional.of(next);
  }
}
