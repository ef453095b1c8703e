package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.publish.EventPublisher;
import dev.paperboy.ingest.publish.SourceStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Says in {@code sources.v1} how a feed is doing. */
@ApplicationScoped
class FeedStatus {
  private final PaperStore store;
  private final EventPublisher publisher;
  private final Clock clock;

  FeedStatus(PaperStore store, EventPublisher publisher, Clock clock) {
    this.store = store;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Stores and publishes a verdict with the feed's latest days.
   *
   * @param complete whether the feed was read to its end
   */
  Uni<Void> tell(String feed, String verdict, String detail, boolean complete) {
    return Panache.withTransaction(() -> stored(feed, verdict, detail))
        .flatMap(row -> publish(row, complete));
  }

  /** Publishes what was last said of every feed once more, as it was. */
  Uni<Void> tellAllAgain() {
    return Panache.withSession(() -> Feed.<Feed>listAll())
        .flatMap(
            feeds -> {
              Uni<Void> each = Uni.createFrom().voidItem();
              for (Feed feed : feeds) {
                each = each.chain(() -> publish(feed, feed.verdict.equals("fresh")));
              }
              return each;
            });
  }

  private Uni<Void> publish(Feed row, boolean complete) {
    return store
        .days(row.name, complete)
        .flatMap(
            days ->
                publisher.publish(
                    new SourceStatus(row.name, row.seq, row.asOf, row.verdict, row.detail, days)));
  }

  private Uni<Feed> stored(String name, String verdict, String detail) {
    return Feed.<Feed>findById(name)
        .onItem()
        .ifNull()
        .switchTo(
            () -> {
              Feed feed = new Feed();
              feed.name = name;
              fill(feed, verdict, detail);
              return feed.persist();
            })
        .invoke(feed -> fill(feed, verdict, detail))
        // Flushed here, so that the row's version is the one that the event carries.
        .call(Panache::flush);
  }

  private void fill(Feed feed, String verdict, String detail) {
    feed.verdict = verdict;
    feed.detail = detail;
    feed.asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
