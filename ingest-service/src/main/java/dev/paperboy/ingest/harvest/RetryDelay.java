package dev.paperboy.ingest.harvest;

import java.time.Duration;
import java.time.Instant;

/** When to ask a source again that could not be read: soon, then less and less often. */
final class RetryDelay {
  static final Duration FIRST = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private Duration next = FIRST;
  private Instant due = Instant.MIN;
  private int failures;

  boolean isDue(Instant now) {
    return !now.isBefore(due);
  }

  /** How often in a row the source could not be read. */
  int failures() {
    return failures;
  }

  void failed(Instant now) {
    failures++;
    due = now.plus(next);
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
  }

  void succeeded() {
    failures = 0;
    next = FIRST;
    due = Instant.MIN;
  }
}
