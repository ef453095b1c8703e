package dev.paperboy.classify.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far the order to classify again is, for people and for metrics. */
@ApplicationScoped
public class ReclassificationProgress {
  private final ReclassificationStore store;
  private final ClassifiedBy by;
  private final ReclassifierLoop loop;
  private final News news;
  private final AtomicLong left;
  private final AtomicLong lookedAt;

  ReclassificationProgress(
      ReclassificationStore store,
      ClassifiedBy by,
      ReclassifierLoop loop,
      News news,
      MeterRegistry metrics) {
    this.store = store;
    this.by = by;
    this.loop = loop;
    this.news = news;
    left = metrics.gauge("paperboy.classify.again.left", new AtomicLong());
    lookedAt = metrics.gauge("paperboy.classify.again.looked_at", new AtomicLong());
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> measure() {
    return words().replaceWithVoid();
  }

  /** In words; empty where no order was ever given and all papers are of one kind. */
  public Uni<Optional<String>> words() {
    return store
        .read()
        .flatMap(
            order ->
                store
                    .left(by.hash(), order.map(Reclassification::since).orElse(null))
                    .map(
                        papers -> {
                          left.set(papers);
                          lookedAt.set(order.map(Reclassification::lookedAt).orElse(0L));
                          return words(order, papers);
                        }));
  }

  private Optional<String> words(Optional<Reclassification> order, long papers) {
    boolean goesOn =
        order.filter(o -> o.finished() == null && o.classifiedBy().equals(by.hash())).isPresent();
    if (goesOn) {
      Reclassification o = order.get();
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%,d papers looked at, %,d changed, %,d encoded anew, %,d left%s",
              o.lookedAt(),
              o.changed(),
              o.encoded(),
              papers,
              loop.trouble() != null
                  ? "; it fails and is tried again: " + loop.trouble()
                  : news.isComing() ? "; news go first" : ""));
    }
    if (papers > 0) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%,d papers were classified by another version or taxonomy;"
                  + " ./paperboy classify again brings them up to date",
              papers));
    }
    return order.map(
        o ->
            String.format(
                Locale.ROOT,
                "done: %,d papers looked at, %,d changed, %,d encoded anew",
                o.lookedAt(),
                o.changed(),
                o.encoded()));
  }
}
