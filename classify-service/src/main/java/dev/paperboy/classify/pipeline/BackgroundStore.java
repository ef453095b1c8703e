package dev.paperboy.classify.pipeline;

import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.ListPlaces;
import dev.paperboy.classify.trend.TopicCounts;
import dev.paperboy.classify.trend.TrendBackground;
import dev.paperboy.classify.trend.TrendModel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the trends of new papers are set against; read now and then, not for every batch. */
@ApplicationScoped
class BackgroundStore {
  private static final int BURST_HISTORY_DAYS = 100;
  private static final String VOTED_AT = "hf-daily";

  // Bursts move by the day; reading months of counts for every batch would cost more than tagging
  // it.
  private static final Duration COUNTS_GOOD_FOR = Duration.ofSeconds(30);

  // Votes settle within days, and a year of them is some thousand rows.
  private static final Duration STANDING_GOOD_FOR = Duration.ofMinutes(30);

  private final Pool pool;
  private final Clock clock;
  private final TrendModel model;
  private final Uni<TopicCounts> counts;
  private final Uni<AuthorStanding> learned;

  BackgroundStore(Pool pool, Clock clock, TrendModel model) {
    this.pool = pool;
    this.clock = clock;
    this.model = model;
    this.counts = kept(this::readCounts, COUNTS_GOOD_FOR);
    this.learned = kept(this::readStanding, STANDING_GOOD_FOR);
  }

  /** What was read serves for a while; a failure only those who waited for it. */
  private static <T> Uni<T> kept(Supplier<Uni<T>> read, Duration goodFor) {
    AtomicLong until = new AtomicLong(System.nanoTime());
    return Uni.createFrom()
        .deferred(read::get)
        .invoke(() -> until.set(System.nanoTime() + goodFor.toNanos()))
        .onFailure()
        .invoke(() -> until.set(System.nanoTime()))
        .memoize()
        .until(() -> System.nanoTime() - until.get() >= 0);
  }

  /** The background of papers that are announced now; up to half an hour old. */
  Uni<TrendBackground> now() {
    return Uni.combine().all().unis(counts, learned).with(TrendBackground::new);
  }

  private Uni<TopicCounts> readCounts() {
    return pool.preparedQuery(
            """
            select day, topic, papers from topic_day
            where day > (select max(day) from topic_day) - $1::int
            """)
        .execute(Tuple.of(BURST_HISTORY_DAYS))
        .map(
            rows -> {
              TopicCounts read = new TopicCounts();
              rows.forEach(row -> read.add(row.getLocalDate(0), row.getString(1), row.getLong(2)));
              return read;
            });
  }

  /** Votes on papers that the model doesn't know of, once they have settled. */
  private Uni<AuthorStanding> readStanding() {
    return pool.preparedQuery(
            """
            select p.announced, p.body->'authors', a.votes
            from attention a join paper p on p.id = a.paper
            where a.source = $1 and a.votes is not null and p.announced > $2 and p.announced <= $3
            order by p.announced, p.id
            """)
        .execute(
            Tuple.of(
                VOTED_AT,
                model.trainedUntil(),
                LocalDate.now(clock).minusDays(AuthorStanding.SETTLED_DAYS)))
        .map(
            rows -> {
              Map<LocalDate, List<Row>> byDay = new TreeMap<>();
              rows.forEach(
                  row ->
                      byDay
                          .computeIfAbsent(row.getLocalDate(0), day -> new ArrayList<>())
                          .add(row));
              List<AuthorStanding.Placed> placed = new ArrayList<>();
              byDay.forEach((day, list) -> placed.addAll(placed(day, list)));
              return AuthorStanding.of(placed);
            });
  }

  private static List<AuthorStanding.Placed> placed(LocalDate day, List<Row> list) {
    if (list.size() < ListPlaces.LEAST) {
      return List.of();
    }
    double[] places = ListPlaces.of(list.stream().mapToDouble(row -> row.getInteger(2)).toArray());
    List<AuthorStanding.Placed> placed = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      JsonArray authors = list.get(i).getJsonArray(1);
      placed.add(
          new AuthorStanding.Placed(
              day,
              authors.stream().mapToLong(name -> AuthorRecords.hash((String) name)).toArray(),
              places[i]));
    }
    return placed;
  }
}
