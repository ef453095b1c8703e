package dev.paperboy.classify.pipeline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Whether announcements keep this replica busy, so that work without haste lets them go first. */
@Singleton
class News {
  /** Longer than between one poll and the next, while there is more to poll. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final AtomicInteger batches = new AtomicInteger();
  private volatile long ended = System.nanoTime() - QUIET.toNanos();

  /** Does work, or a stage of it, of a batch of announcements. */
  <T> Uni<T> working(Supplier<Uni<T>> batch) {
    return Uni.createFrom()
        .deferred(
            () -> {
              batches.incrementAndGet();
              return batch.get();
            })
        .onTermination()
        .invoke(
            () -> {
              ended = System.nanoTime();
              batches.decrementAndGet();
            });
  }

  /** Whether a batch is being worked at, or was a moment ago. */
  boolean isComing() {
    return batches.get() > 0 || System.nanoTime() - ended < QUIET.toNanos();
  }
}
