package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.management.Answers;
import dev.paperboy.ingest.source.PaperSource;
import dev.paperboy.ingest.specimen.SpecimenPapers;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code GET /internal/status} on the management port: what the store holds, how feeds are. */
@Singleton
class IngestStatus {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pool pool;
  private final Map<String, PaperSource> sources;

  IngestStatus(Pool pool, Sources sources) {
    this.pool = pool;
    this.sources =
        sources.all().stream().collect(Collectors.toMap(PaperSource::feed, Function.identity()));
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .get("/internal/status")
        .handler(context -> Answers.send(context, this::status));
  }

  private JsonObject status() {
    Row counts =
        ask(
                """
                select (select count(*) from paper), (select count(*) from refusal),
                  (select count(*) from paper where feed = $1)
                """,
                Tuple.of(SpecimenPapers.FEED))
            .iterator()
            .next();
    JsonArray feeds = new JsonArray();
    for (Row row :
        ask(
            "select name, verdict, detail, as_of, checkpoint from feed order by name",
            Tuple.tuple())) {
      feeds.add(feed(row));
    }
    JsonArray attention = new JsonArray();
    for (Row row :
        ask(
            "select name, verdict, detail, as_of from attention_feed order by name",
            Tuple.tuple())) {
      attention.add(
          new JsonObject()
              .put("feed", row.getString("name"))
              .put("verdict", row.getString("verdict"))
              .put("detail", row.getString("detail"))
              .put("asOf", instant(row)));
    }
    return new JsonObject()
        .put("service", "ingest")
        .put(
            "counters",
            new JsonObject()
                .put("announced", counts.getLong(0))
                .put("refused", counts.getLong(1))
                .put("specimens", counts.getLong(2)))
        .put("feeds", feeds)
        .put("attention", attention);
  }

  private JsonObject feed(Row row) {
    PaperSource source = sources.get(row.getString(0));
    PaperSource.Reach reach =
        source == null
            ? new PaperSource.Reach(null, null, null)
            : source.reach(row.getString("checkpoint"));
    return new JsonObject()
        .put("feed", row.getString("name"))
        .put("verdict", row.getString("verdict"))
        .put("detail", row.getString("detail"))
        .put("asOf", instant(row))
        .put("on", source != null)
        .put("reading", text(reach.reading()))
        .put("behind", text(reach.behind()))
        .put("target", text(reach.target()));
  }

  private static String instant(Row row) {
    return row.getOffsetDateTime("as_of")
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toInstant()
        .toString();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private RowSet<Row> ask(String query, Tuple arguments) {
    return pool.preparedQuery(query).execute(arguments).await().atMost(PATIENCE);
  }
}
