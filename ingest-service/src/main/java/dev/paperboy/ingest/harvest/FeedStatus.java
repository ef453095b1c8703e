package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.Verdict;
import dev.paperboy.ingest.publish.EventPublisher;
import dev.paperboy.ingest.publish.SourceStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Says in {@code sources.v1} how a feed is doing. */
@ApplicationScoped
class FeedStatus {
  private final PaperStore store;
  private final EventPublisher publisher;
  private final Sources sources;
  private final Clock clock;

  FeedStatus(PaperStore store, EventPublisher publisher, Sources sources, Clock clock) {
    this.store = store;
    this.sources = sources;
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

  /**
   * Says of feeds that are not read any more that they are switched off. Readers would else be told
   * for ever that papers of theirs may be missing.
   *
   * @param read those that are read
   */
  Uni<Void> retireAllBut(Set<String> read) {
    return Panache.withSession(() -> Feed.<Feed>listAll())
        .map(feeds -> feeds.stream().filter(feed -> !read.contains(feed.name)).toList())
        .flatMap(
            feeds -> {
              Uni<Void> each = Uni.createFrom().voidItem();
              for (Feed feed : feeds) {
                if (!feed.verdict.equals("fresh") && !feed.verdict.equals("quiet")) {
                  each = each.chain(() -> tell(feed.name, "quiet", "switched off", true));
                }
              }
              return each;
            });
  }

  /** Publishes what was last said of every feed once more, as it was. */
  Uni<Void> tellAllAgain() {
    return Panache.withSession(() -> Feed.<Feed>listAll())
        .flatMap(
            feeds -> {
              Uni<Void> each = Uni.createFrom().voidItem();
              for (Feed feed : feeds) {
                each =
                    each.chain(
                        () -> publish(feed, new Verdict(feed.verdict, feed.detail).isRead()));
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
                    new SourceStatus(
                        row.name,
                        row.seq,
                        row.asOf,
                        row.verdict,
                        row.detail,
                        sources.isWitness(row.name),
                        days)));
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
