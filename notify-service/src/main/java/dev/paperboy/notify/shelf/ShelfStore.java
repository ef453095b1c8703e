package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Writes what events tell, a batch a statement; a row gives way to a higher seq only. */
@ApplicationScoped
class ShelfStore {
  /** How long papers stay on the shelf after their announcement. */
  static final int DAYS_KEPT = 30;

  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  ShelfStore(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  Uni<Void> apply(EventBatch batch) {
    return pool.withTransaction(
        tx ->
            shelve(tx, present(batch.papers()))
                .chain(() -> trend(tx, present(batch.trends())))
                .chain(() -> topics(tx, present(batch.topics())))
                .chain(() -> sources(tx, present(batch.sources())))
                .chain(() -> delete(tx, "shelf", "paper_id", batch.papers()))
                .chain(() -> delete(tx, "paper_trend", "paper_id", batch.trends()))
                .chain(() -> delete(tx, "topic", "id", batch.topics()))
                .chain(() -> delete(tx, "source_status", "source", batch.sources())));
  }

  /** The first announcement date that is still kept. */
  LocalDate firstDayKept() {
    return LocalDate.now(clock).minusDays(DAYS_KEPT);
  }

  /** Takes papers off the shelf that are older than it keeps. */
  Uni<Integer> prune() {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery("delete from paper_trend where announced < $1")
                .execute(Tuple.of(firstDayKept()))
                .chain(
                    () ->
                        tx.preparedQuery("delete from shelf where announced < $1")
                            .execute(Tuple.of(firstDayKept())))
                .map(rows -> rows.rowCount()));
  }

  private Uni<Void> shelve(SqlConnection tx, List<ClassifiedPaper> all) {
    List<ClassifiedPaper> papers =
        all.stream().filter(paper -> !paper.announced().isBefore(firstDayKept())).toList();
    if (papers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    papers.forEach(paper -> Required.that(paper.vector() != null, "vector"));
    return tx.preparedQuery(
            """
            insert into shelf (paper_id, seq, announced, body, encoder, vector)
            select id, seq, announced, body::jsonb, encoder, decode(vector, 'base64')
            from unnest($1::text[], $2::bigint[], $3::date[], $4::text[], $5::text[], $6::text[])
              as batch (id, seq, announced, body, encoder, vector)
            on conflict (paper_id) do update set seq = excluded.seq,
              announced = excluded.announced, body = excluded.body, encoder = excluded.encoder,
              vector = excluded.vector
            where shelf.seq < excluded.seq
            """)
        .execute(
            Tuple.of(
                texts(papers, paper -> paper.id().toString()),
                numbers(papers, ClassifiedPaper::seq),
                papers.stream().map(ClassifiedPaper::announced).toArray(LocalDate[]::new),
                texts(papers, this::write),
                texts(papers, paper -> paper.vector().encoder()),
                texts(papers, paper -> Base64.getEncoder().encodeToString(paper.vector().int8()))))
        .replaceWithVoid();
  }

  private Uni<Void> trend(SqlConnection tx, List<PaperTrend> all) {
    List<PaperTrend> trends =
        all.stream().filter(trend -> !trend.announced().isBefore(firstDayKept())).toList();
    if (trends.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            insert into paper_trend (paper_id, seq, announced, parts)
            select id, seq, announced, parts::jsonb
            from unnest($1::text[], $2::bigint[], $3::date[], $4::text[])
              as batch (id, seq, announced, parts)
            on conflict (paper_id) do update set seq = excluded.seq,
              announced = excluded.announced, parts = excluded.parts
            where paper_trend.seq < excluded.seq
            """)
        .execute(
            Tuple.of(
                texts(trends, trend -> trend.id().toString()),
                numbers(trends, PaperTrend::seq),
                trends.stream().map(PaperTrend::announced).toArray(LocalDate[]::new),
                texts(trends, trend -> write(trend.parts()))))
        .replaceWithVoid();
  }

  private static Uni<Void> topics(SqlConnection tx, List<TaxonomyTopic> topics) {
    if (topics.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            insert into topic (id, seq, name, description, parent)
            select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
            on conflict (id) do update set seq = excluded.seq, name = excluded.name,
              description = excluded.description, parent = excluded.parent
            where topic.seq < excluded.seq
            """)
        .execute(
            Tuple.of(
                texts(topics, TaxonomyTopic::id),
                numbers(topics, TaxonomyTopic::seq),
                texts(topics, TaxonomyTopic::name),
                texts(topics, TaxonomyTopic::description),
                texts(topics, TaxonomyTopic::parent)))
        .replaceWithVoid();
  }

  private Uni<Void> sources(SqlConnection tx, List<SourceStatus> sources) {
    if (sources.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            insert into source_status (source, seq, as_of, verdict, detail, days)
            select source, seq, as_of, verdict, detail, days::jsonb
            from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[],
              $6::text[]) as batch (source, seq, as_of, verdict, detail, days)
            on conflict (source) do update set seq = excluded.seq, as_of = excluded.as_of,
              verdict = excluded.verdict, detail = excluded.detail, days = excluded.days
            where source_status.seq < excluded.seq
            """)
        .execute(
            Tuple.of(
                texts(sources, SourceStatus::source),
                numbers(sources, SourceStatus::seq),
                sources.stream()
                    .map(source -> source.asOf().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
                texts(sources, SourceStatus::verdict),
                texts(sources, SourceStatus::detail),
                texts(sources, source -> write(source.days()))))
        .replaceWithVoid();
  }

  /** Deletes the keys whose latest event is a deletion. Table and column are constants of ours. */
  private static Uni<Void> delete(
      SqlConnection tx, String table, String column, Map<String, ?> events) {
    String[] deleted =
        events.entrySet().stream()
            .filter(event -> event.getValue() == null)
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    return deleted.length == 0
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery("delete from %s where %s = any($1)".formatted(table, column))
            .execute(Tuple.of(deleted))
            .replaceWithVoid();
  }

  private static <T> List<T> present(Map<String, T> events) {
    return events.values().stream().filter(Objects::nonNull).toList();
  }

  private static <T> String[] texts(List<T> events, Function<T, String> value) {
    return events.stream().map(value).toArray(String[]::new);
  }

  private static <T> Long[] numbers(List<T> events, Function<T, Long> value) {
    return events.stream().map(value).toArray(Long[]::new);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
