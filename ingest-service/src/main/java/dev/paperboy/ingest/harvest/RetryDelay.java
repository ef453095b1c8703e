package dev.paperboy.ingest.harvest;

import java.time.Duration;
import java.time.Instant;

/** When to ask a source again that could not be read: soon, then less and less often. */
final class RetryDelay {
  static final Duration FIRST = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private Duration next = FIRST;
  private Instant due = Instant.MIN;

  boolean isDue(Instant now) {
    return !now.isBefore(due);
  }

  void failed(Instant now) {
    due = now.plus(next);
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
  }

  void succeeded() {
    next = FIRST;
    due = Instant.MIN;
  }
}
