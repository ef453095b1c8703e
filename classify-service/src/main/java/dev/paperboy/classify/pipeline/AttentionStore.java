package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.past.TrendPast;
import dev.paperboy.classify.trend.Attention;
import dev.paperboy.classify.trend.AttentionParts;
import dev.paperboy.classify.trend.SignalShare;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.events.PaperId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What places last said of papers, and what of it is in their trends. */
@ApplicationScoped
class AttentionStore {
  private static final TypeReference<Map<String, Double>> PARTS = new TypeReference<>() {};

  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;
  private final TrendModel model;

  AttentionStore(Pool pool, ObjectMapper json, Clock clock, TrendModel model) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
    this.model = model;
  }

  /**
   * Keeps what is later than what was kept, over all and of each day that a page draws: places are
   * asked for as long as they say anything, citations for years.
   *
   * @param observed one of a paper, place and day
   */
  Uni<Void> upsert(Collection<ObservedAttention> observed) {
    if (observed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<ObservedAttention> rows = List.copyOf(observed);
    // A place that no longer tells the address has not taken the discussion down.
    return pool.preparedQuery(
            """
            with seen as (
              select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::int[], $5::int[],
                $6::int[], $7::int[], $8::int[], $9::text[], $10::text[])
                as seen (paper, source, observed_at, votes, comments, mentions, stars, citations,
                  url, repository)
            ), days as (
              insert into attention_day
                (paper, source, day, observed_at, votes, comments, mentions, stars, citations)
              select paper, source, (observed_at at time zone 'UTC')::date, observed_at, votes,
                comments, mentions, stars, citations from seen
              where not exists (select from paper where paper.id = seen.paper
                and (observed_at at time zone 'UTC')::date > paper.announced + $11::int)
              order by 1, 2, 3
              on conflict (paper, source, day) do update set observed_at = excluded.observed_at,
                votes = excluded.votes, comments = excluded.comments, mentions = excluded.mentions,
                stars = excluded.stars, citations = excluded.citations
              where attention_day.observed_at < excluded.observed_at
            )
            insert into attention (paper, source, observed_at, votes, comments, mentions, stars,
              citations, url, repository)
            select distinct on (paper, source) * from seen order by paper, source, observed_at desc
            on conflict (paper, source) do update set observed_at = excluded.observed_at,
              votes = excluded.votes, comments = excluded.comments, mentions = excluded.mentions,
              stars = excluded.stars, citations = excluded.citations,
              url = coalesce(excluded.url, attention.url),
              repository = coalesce(excluded.repository, attention.repository)
            where attention.observed_at < excluded.observed_at
            """)
        .execute(
            Tuple.from(
                List.of(
                    texts(rows, row -> row.id().toString()),
                    texts(rows, ObservedAttention::source),
                    rows.stream()
                        .map(row -> row.observedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                    counts(rows, ObservedAttention::votes),
                    counts(rows, ObservedAttention::comments),
                    counts(rows, ObservedAttention::mentions),
                    counts(rows, ObservedAttention::stars),
                    counts(rows, ObservedAttention::citations),
                    texts(rows, ObservedAttention::url),
                    texts(rows, ObservedAttention::repository),
                    TrendPast.DAYS)))
        .replaceWithVoid();
  }

  private static String[] texts(
      List<ObservedAttention> rows, Function<ObservedAttention, String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }

  private static Integer[] counts(
      List<ObservedAttention> rows, Function<ObservedAttention, Integer> count) {
    return rows.stream().map(count).toArray(Integer[]::new);
  }

  /**
   * Brings what is kept of papers into those of their trends that exist.
   *
   * <p>Both flows come here after they have committed their own rows, so whichever comes second
   * sees both; and each holds the trends' rows while it reads, so that none writes what is old.
   */
  Uni<Void> join(Collection<PaperId> papers) {
    if (papers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String[] ids = papers.stream().map(PaperId::toString).toArray(String[]::new);
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(
                    "select id, announced, field, parts::text from trend where id = any($1)"
                        + " order by id for update")
                .execute(Tuple.of(ids))
                .flatMap(trends -> latest(tx, ids).chain(seen -> write(tx, trends, seen))));
  }

  private static Uni<Map<String, List<Attention>>> latest(SqlConnection tx, String[] ids) {
    return tx.preparedQuery("select * from attention where paper = any($1)")
        .execute(Tuple.of(ids))
        .map(
            rows -> {
              Map<String, List<Attention>> seen = new HashMap<>();
              for (Row row : rows) {
                seen.computeIfAbsent(row.getString("paper"), id -> new ArrayList<>())
                    .add(
                        new Attention(
                            row.getString("source"),
                            row.getOffsetDateTime("observed_at").toInstant(),
                            row.getInteger("votes"),
                            row.getInteger("comments"),
                            row.getInteger("mentions"),
                            row.getInteger("stars"),
                            row.getInteger("citations")));
              }
              return seen;
            });
  }

  private Uni<Void> write(SqlConnection tx, RowSet<Row> trends, Map<String, List<Attention>> seen) {
    List<String> ids = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (Row trend : trends) {
      String id = trend.getString(0);
      LocalDate announced = trend.getLocalDate(1);
      ids.add(id);
      parts.add(
          written(
              SignalShare.capped(
                  read(trend.getString(3)),
                  AttentionParts.of(
                      announced,
                      model.usual(trend.getString(2)),
                      seen.getOrDefault(id, List.of())))));
    }
    return tx.preparedQuery(
            """
            update trend set attention = fresh.parts::jsonb, seq = seq + 1, as_of = $1
            from unnest($2::text[], $3::text[]) as fresh (id, parts)
            where trend.id = fresh.id and trend.attention <> fresh.parts::jsonb
            """)
        .execute(
            Tuple.of(
                clock.instant().atOffset(ZoneOffset.UTC),
                ids.toArray(String[]::new),
                parts.toArray(String[]::new)))
        .replaceWithVoid();
  }

  private Map<String, Double> read(String parts) {
    try {
      return json.readValue(parts, PARTS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String written(Map<String, Double> parts) {
    try {
      return json.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
