package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;

/** What ingest last said of each source. */
@ApplicationScoped
public class SourceBook {
  private static final TypeReference<List<SourceStatus.Day>> DAYS = new TypeReference<>() {};

  private final Pool pool;
  private final ObjectMapper json;

  SourceBook(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** Every source, by name. */
  public Uni<List<SourceStatus>> all() {
    return pool.query(
            """
            select source, seq, verdict, detail, witness, days::text
            from source_status order by source
            """)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new SourceStatus(
                                row.getString(0),
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                days(row.getString(5))))
                    .toList());
  }

  Uni<Void> put(SqlClient transaction, List<SourceStatus> statuses) {
    return transaction
        .preparedQuery(
            """
            insert into source_status (source, seq, verdict, detail, witness, days)
            select source, seq, verdict, detail, witness, days::jsonb
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::boolean[],
                $6::text[])
              as batch (source, seq, verdict, detail, witness, days)
            on conflict (source) do update set seq = excluded.seq, verdict = excluded.verdict,
              detail = excluded.detail, witness = excluded.witness, days = excluded.days,
              changed_at = case when source_status.days = excluded.days
                then source_status.changed_at else now() end
            where source_status.seq < excluded.seq
            """)
        .execute(
            Tuple.of(
                statuses.stream().map(SourceStatus::source).toArray(String[]::new),
                statuses.stream().map(SourceStatus::seq).toArray(Long[]::new),
                statuses.stream().map(SourceStatus::verdict).toArray(String[]::new),
                statuses.stream().map(SourceStatus::detail).toArray(String[]::new),
                statuses.stream().map(SourceStatus::witness).toArray(Boolean[]::new),
                statuses.stream().map(status -> write(status.days())).toArray(String[]::new)))
        .replaceWithVoid();
  }

  Uni<Void> remove(SqlClient transaction, List<String> sources) {
    return transaction
        .preparedQuery("delete from source_status where source = any($1)")
        .execute(Tuple.of(sources.toArray(String[]::new)))
        .replaceWithVoid();
  }

  private List<SourceStatus.Day> days(String text) {
    try {
      return json.readValue(text, DAYS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
