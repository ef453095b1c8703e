package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The classified papers of the last {@value #DAYS} days by announcement date, and their trend;
 * written a batch a statement.
 */
@ApplicationScoped
public class Shelf {
  /** How long a paper stays. */
  public static final int DAYS = 30;

  private static final TypeReference<Map<String, Double>> PARTS = new TypeReference<>() {};

  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  Shelf(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  /** Puts papers that are new, or newer than the shelf has them, and not too old. */
  Uni<Void> put(SqlClient transaction, List<ShelvedPaper> papers) {
    LocalDate oldest = oldest();
    Map<Boolean, List<ShelvedPaper>> byAge =
        papers.stream()
            .collect(Collectors.partitioningBy(paper -> paper.announced().isBefore(oldest)));
    return putRecent(transaction, byAge.get(false))
        .chain(() -> correctSent(transaction, byAge.get(true)));
  }

  /** A withdrawal is a matter for references, too. */
  private Uni<Void> correctSent(SqlClient transaction, List<ShelvedPaper> old) {
    if (old.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(
            """
            update sent_paper set seq = batch.seq, body = batch.body::jsonb || '{"abstract": ""}'
            from unnest($1::text[], $2::bigint[], $3::text[]) as batch (id, seq, body)
            where paper_id = batch.id and sent_paper.seq < batch.seq
            """)
        .execute(
            Tuple.of(
                old.stream().map(ShelvedPaper::key).toArray(String[]::new),
                old.stream().map(ShelvedPaper::seq).toArray(Long[]::new),
                old.stream().map(p -> write(p.withVector(null))).toArray(String[]::new)))
        .replaceWithVoid();
  }

  private Uni<Void> putRecent(SqlClient transaction, List<ShelvedPaper> recent) {
    return transaction
        .preparedQuery(
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
            Tuple.from(
                List.of(
                    recent.stream().map(ShelvedPaper::key).toArray(String[]::new),
                    recent.stream().map(ShelvedPaper::seq).toArray(Long[]::new),
                    recent.stream().map(ShelvedPaper::announced).toArray(LocalDate[]::new),
                    recent.stream().map(p -> write(p.withVector(null))).toArray(String[]::new),
                    recent.stream().map(Shelf::encoder).toArray(String[]::new),
                    recent.stream().map(Shelf::vector).toArray(String[]::new))))
        .replaceWithVoid();
  }

  Uni<Void> remove(SqlClient transaction, List<String> ids) {
    return delete(transaction, "delete from shelf where paper_id = any($1)", ids);
  }

  Uni<Void> putTrends(SqlClient transaction, List<PaperTrend> trends) {
    LocalDate oldest = oldest();
    List<PaperTrend> recent =
        trends.stream().filter(trend -> !trend.announced().isBefore(oldest)).toList();
    return transaction
        .preparedQuery(
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
                recent.stream().map(PaperTrend::key).toArray(String[]::new),
                recent.stream().map(PaperTrend::seq).toArray(Long[]::new),
                recent.stream().map(PaperTrend::announced).toArray(LocalDate[]::new),
                recent.stream().map(t -> write(t.parts())).toArray(String[]::new)))
        .replaceWithVoid();
  }

  Uni<Void> removeTrends(SqlClient transaction, List<String> ids) {
    return delete(transaction, "delete from paper_trend where paper_id = any($1)", ids);
  }

  /**
   * Takes what is too old off the shelf, and keeps of papers that were sent what references need;
   * how many papers went.
   */
  Uni<Integer> prune() {
    return pool.preparedQuery("delete from paper_trend where announced < $1")
        .execute(Tuple.of(oldest()))
        .chain(
            () ->
                pool.preparedQuery(
                        """
                        with gone as (
                          delete from shelf where announced < $1 returning paper_id, seq, body),
                        kept as (
                          insert into sent_paper (paper_id, seq, body)
                          select paper_id, seq, body || '{"abstract": ""}' from gone
                          where exists (
                            select 1 from digest_item i where i.paper_id = gone.paper_id)
                          on conflict (paper_id) do update set seq = excluded.seq,
                            body = excluded.body
                          where sent_paper.seq < excluded.seq)
                        select count(*) from gone
                        """)
                    .execute(Tuple.of(oldest())))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** How many papers the shelf has of each announcement date. */
  public Uni<TreeMap<LocalDate, Long>> countByDay() {
    return pool.query("select announced, count(*) from shelf group by announced")
        .execute()
        .map(
            rows -> {
              TreeMap<LocalDate, Long> counts = new TreeMap<>();
              rows.forEach(row -> counts.put(row.getLocalDate(0), row.getLong(1)));
              return counts;
            });
  }

  /** Real time since a paper was put, or a source told of other days; null before the first. */
  public Uni<Duration> sinceGrowth() {
    return pool.query(
            """
            select extract(epoch from now() - greatest(
              (select max(shelved_at) from shelf), (select max(changed_at) from source_status)))
            """)
        .execute()
        .map(rows -> rows.iterator().next().getDouble(0))
        .map(seconds -> seconds == null ? null : Duration.ofMillis((long) (seconds * 1000)));
  }

  /**
   * Whether the topics of papers and sources are being read from further back than they were when
   * reading began: the shelf lacks something that it had, or will have at once. A reading that
   * takes long is no longer waited for.
   */
  public Uni<Boolean> isFilling() {
    return pool.preparedQuery(
            """
            select count(distinct topic) < 2
              or bool_or(position < goal and since > now() - interval '10 minutes')
            from shelf_position where topic = any($1)
            """)
        .execute(Tuple.of(new String[] {NotifyTopics.CLASSIFIED, NotifyTopics.SOURCES}))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** Another text whenever {@link #papers} would be others, or would trend otherwise. */
  public Uni<String> state(LocalDate from, LocalDate to) {
    return pool.preparedQuery(
            """
            select concat_ws(' ', count(*), sum(s.seq), max(s.shelved_at),
              min(s.encoder), max(s.encoder), count(t.seq), sum(t.seq))
            from shelf s left join paper_trend t using (paper_id)
            where s.announced between $1 and $2
            """)
        .execute(Tuple.of(from, to))
        .map(rows -> rows.iterator().next().getString(0));
  }

  /** Papers announced from one date to another, both included, in the order of their ids. */
  public Uni<List<TrendingPaper>> papers(LocalDate from, LocalDate to) {
    return pool.preparedQuery(
            """
            select s.body::text, t.parts::text, s.encoder, s.vector
            from shelf s left join paper_trend t using (paper_id)
            where s.announced between $1 and $2 order by paper_id
            """)
        .execute(Tuple.of(from, to))
        .map(rows -> rows.stream().map(this::paper).toList());
  }

  /**
   * A digest's papers.
   *
   * @param papers in its order
   * @param gone how many nobody here knows any more
   */
  public record SentPapers(List<ShelvedPaper> papers, int gone) {}

  /** The papers that were sent in a digest; those that left the shelf are without abstract. */
  public Uni<SentPapers> sentIn(UUID digest) {
    return pool.preparedQuery(
            """
            select coalesce(s.body, p.body)::text
            from digest_item i left join shelf s using (paper_id)
              left join sent_paper p using (paper_id)
            where i.digest_id = $1 order by i.rank
            """)
        .execute(Tuple.of(digest))
        .map(
            rows -> {
              List<ShelvedPaper> papers = new ArrayList<>();
              for (Row row : rows) {
                if (row.getString(0) != null) {
                  papers.add(paper(row.getString(0)));
                }
              }
              return new SentPapers(papers, rows.size() - papers.size());
            });
  }

  private ShelvedPaper paper(String body) {
    try {
      return json.readValue(body, ShelvedPaper.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrendingPaper paper(Row row) {
    try {
      String parts = row.getString(1);
      return new TrendingPaper(
          json.readValue(row.getString(0), ShelvedPaper.class).withVector(vector(row)),
          parts == null ? Map.of() : json.readValue(parts, PARTS));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ShelvedPaper.Vector vector(Row row) {
    String encoder = row.getString(2);
    return encoder.isEmpty() ? null : new ShelvedPaper.Vector(encoder, row.getBuffer(3).getBytes());
  }

  private Uni<Void> delete(SqlClient transaction, String statement, List<String> ids) {
    return transaction
        .preparedQuery(statement)
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .replaceWithVoid();
  }

  private LocalDate oldest() {
    return LocalDate.now(clock).minusDays(DAYS);
  }

  private static String encoder(ShelvedPaper paper) {
    return paper.vector() == null ? "" : paper.vector().encoder();
  }

  private static String vector(ShelvedPaper paper) {
    return paper.vector() == null ? "" : Base64.getEncoder().encodeToString(paper.vector().int8());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
