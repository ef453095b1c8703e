package dev.paperboy.notify.shelf;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * {@code POST /internal/shelf/rebuild} on the management port: forgets what the topics told and
 * reads them from the beginning. Readers, digests and mails are not touched.
 */
@Singleton
class ShelfRebuild {
  private static final Logger LOG = Logger.getLogger(ShelfRebuild.class);

  /** An SQLSTATE. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** Some half a minute. */
  private static final int TRIES = 30;

  private final Pool pool;
  private final Readings readings;
  private final BrokerTopics broker;
  private final Vertx vertx;

  ShelfRebuild(Pool pool, Readings readings, BrokerTopics broker, Vertx vertx) {
    this.pool = pool;
    this.readings = readings;
    this.broker = broker;
    this.vertx = vertx;
  }

  void register(@Observes ManagementInterface management) {
    management.router().post("/internal/shelf/rebuild").handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    // The broker first: with nothing to read from, what is there stays.
    lengths()
        .flatMap(lengths -> cleared().map(row -> json(row, lengths)))
        .invoke(() -> readings.again("an operator asked for it"))
        .subscribe()
        .with(
            routing::json,
            failure -> {
              LOG.warnf("the shelf was not rebuilt: %s", failure.toString());
              boolean later = failure instanceof KafkaException || isInUse(failure);
              routing.response().setStatusCode(later ? 503 : 500);
              routing.json(new JsonObject().put("message", "Nothing was cleared: " + why(failure)));
            });
  }

  private static String why(Throwable failure) {
    if (failure instanceof KafkaException) {
      return "the broker does not answer. Start it, then ask again.";
    }
    return isInUse(failure)
        ? "others read and write the shelf all the time. Ask again later."
        : "the database refused. notify's log says why.";
  }

  private Uni<Map<String, Long>> lengths() {
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> broker.lengths(NotifyTopics.READ.keySet()), false)
                    .toCompletionStage());
  }

  private Uni<Row> cleared() {
    return Uni.createFrom()
        .deferred(() -> pool.withTransaction(this::clear))
        .onFailure(ShelfRebuild::isInUse)
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .atMost(TRIES);
  }

  /**
   * Emptying a table waits for those who read it, and who read two might wait for it: PostgreSQL
   * would end one of them, perhaps a digest. So this gives way, long before that is looked for.
   */
  private static boolean isInUse(Throwable failure) {
    return failure instanceof PgException e && LOCK_NOT_AVAILABLE.equals(e.getSqlState());
  }

  /** Emptying the tables empties what is known of their positions. */
  private Uni<Row> clear(SqlConnection transaction) {
    return transaction
        .query("set local lock_timeout = '100ms'")
        .execute()
        .flatMap(
            ignored ->
                transaction
                    .query(
                        """
                        select (select count(*) from shelf), (select count(*) from paper_trend),
                          (select count(*) from topic), (select count(*) from source_status)
                        """)
                    .execute())
        .map(rows -> rows.iterator().next())
        .call(
            () -> transaction.query("truncate shelf, paper_trend, topic, source_status").execute());
  }

  private static JsonObject json(Row cleared, Map<String, Long> lengths) {
    JsonObject reading = new JsonObject();
    new TreeMap<>(lengths).forEach(reading::put);
    return new JsonObject()
        .put(
            "cleared",
            new JsonObject()
                .put("papers", cleared.getLong(0))
                .put("trends", cleared.getLong(1))
                .put("topics", cleared.getLong(2))
                .put("sources", cleared.getLong(3)))
        .put("reading", reading)
        .put(
            "message",
            "Cleared. %,d records at most are read from the beginning now; digests wait for them."
                    .formatted(lengths.values().stream().mapToLong(Long::longValue).sum())
                + " Readers, digests and mails are untouched.");
  }
}
