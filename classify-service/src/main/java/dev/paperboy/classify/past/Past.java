package dev.paperboy.classify.past;

import dev.paperboy.classify.trend.Attention;
import dev.paperboy.events.PaperId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Reads the past of papers from the database. Pages can do without: where it does not answer in
 * time, nothing is known. Calls block a worker thread for milliseconds.
 */
@ApplicationScoped
public class Past {
  private static final Logger LOG = Logger.getLogger(Past.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Pool pool;

  Past(Pool pool) {
    this.pool = pool;
  }

  /** All that is known of one paper. */
  public PaperPast of(PaperId id) {
    // One connection for all three: the papers' consumers have the same few.
    return inTime(
        pool.withConnection(
            connection ->
                connection
                    .preparedQuery(
                        """
                        select day, kind, version, changed from paper_change where paper = $1
                        order by announced_seq
                        """)
                    .execute(Tuple.of(id.toString()))
                    .map(Past::changes)
                    .flatMap(changes -> discussionsAndDays(connection, id, changes))),
        PaperPast.UNKNOWN);
  }

  private static Uni<PaperPast> discussionsAndDays(
      SqlClient connection, PaperId id, List<Change> changes) {
    return latest(connection, List.of(id))
        .flatMap(
            found ->
                connection
                    // Again, for days that came before their paper.
                    .preparedQuery(
                        """
                        select * from attention_day
                        where paper = $1 and not exists (
                          select from paper where paper.id = $1 and day > announced + $2::int)
                        order by day, source
                        """)
                    .execute(Tuple.of(id.toString(), TrendPast.DAYS))
                    .map(
                        days ->
                            new PaperPast(changes, found.getOrDefault(id, List.of()), days(days))));
  }

  /** What places last said of papers; those of which nothing was said are left out. */
  public Map<PaperId, List<Discussion>> discussions(Collection<PaperId> ids) {
    return ids.isEmpty() ? Map.of() : inTime(latest(pool, ids), Map.of());
  }

  private static <T> T inTime(Uni<T> question, T otherwise) {
    return question
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .invoke(e -> LOG.warnf("the past of papers cannot be asked: %s", e.getMessage()))
        .onFailure()
        .recoverWithItem(otherwise)
        .await()
        .indefinitely();
  }

  private static Uni<Map<PaperId, List<Discussion>>> latest(
      SqlClient client, Collection<PaperId> ids) {
    return client
        .preparedQuery("select * from attention where paper = any($1) order by source")
        .execute(Tuple.of(ids.stream().map(PaperId::toString).toArray(String[]::new)))
        .map(
            rows -> {
              Map<PaperId, List<Discussion>> found = new HashMap<>();
              for (Row row : rows) {
                found
                    .computeIfAbsent(PaperId.parse(row.getString("paper")), id -> new ArrayList<>())
                    .add(
                        new Discussion(
                            attention(row), row.getString("url"), row.getString("repository")));
              }
              return found;
            });
  }

  private static List<Change> changes(RowSet<Row> rows) {
    List<Change> changes = new ArrayList<>();
    for (Row row : rows) {
      changes.add(
          new Change(
              row.getLocalDate("day"),
              row.getString("kind"),
              row.getInteger("version"),
              List.of(row.getArrayOfStrings("changed"))));
    }
    return changes;
  }

  /** Each day knows what was said before, too. */
  private static SortedMap<LocalDate, List<Attention>> days(RowSet<Row> rows) {
    SortedMap<LocalDate, List<Attention>> days = new TreeMap<>();
    Map<String, Attention> latest = new TreeMap<>();
    for (Row row : rows) {
      Attention seen = attention(row);
      latest.put(seen.source(), seen);
      days.put(row.getLocalDate("day"), List.copyOf(latest.values()));
    }
    return days;
  }

  private static Attention attention(Row row) {
    return new Attention(
        row.getString("source"),
        row.getOffsetDateTime("observed_at").toInstant(),
        row.getInteger("votes"),
        row.getInteger("comments"),
        row.getInteger("mentions"),
        row.getInteger("stars"),
        row.getInteger("citations"));
  }
}
