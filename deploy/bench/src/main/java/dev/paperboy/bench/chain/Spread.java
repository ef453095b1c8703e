package dev.paperboy.bench.chain;

import java.util.Arrays;
import java.util.Collection;

/** Measured durations, in milliseconds, in order of size. */
final class Spread {
  private final long[] sorted;

  Spread(Collection<Long> millis) {
    if (millis.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = millis.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
  }

  /** Seconds that {@code percent} of all do not exceed, by nearest rank. */
  double percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / 1000.0;
  }
}
