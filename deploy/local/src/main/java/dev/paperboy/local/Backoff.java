package dev.paperboy.local;

import java.time.Duration;

/** How long to wait before starting a process again that keeps dying: 1 s, 2 s, 4 s … 30 s. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Who lived that long was well: the next death starts from the shortest wait again. */
  private static final Duration WELL = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /** The wait after a process that lived for {@code life}. */
  Duration after(Duration life) {
    if (life.compareTo(WELL) >= 0) {
      next = FIRST;
    }
    Duration wait = next;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    return wait;
  }
}
