package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.encode.Encoder;
import dev.paperboy.classify.topic.TopicTag;
import dev.paperboy.classify.trend.TopicCounts;
import dev.paperboy.events.PaperId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classified papers and their trend, written a batch a statement. */
@ApplicationScoped
class PaperStore {
  private final Pool pool;
  private final ObjectMapper json;
  private final Encoder encoder;
  private final Clock clock;
  private final ClassifiedBy by;

  PaperStore(Pool pool, ObjectMapper json, Encoder encoder, Clock clock, ClassifiedBy by) {
    this.pool = pool;
    this.json = json;
    this.encoder = encoder;
    this.clock = clock;
    this.by = by;
  }

  Uni<Map<PaperId, StoredPaper>> stored(Collection<PaperId> ids) {
    return pool.preparedQuery(
            "select id, announced_seq, text_hash, encoder, vector from paper where id = any($1)")
        .execute(Tuple.of(keys(ids)))
        .map(
            rows -> {
              Map<PaperId, StoredPaper> stored = new HashMap<>();
              for (Row row : rows) {
                PaperId id = PaperId.parse(row.getString(0));
                stored.put(
                    id,
                    new StoredPaper(
                        id,
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBuffer(4).getBytes()));
              }
              return stored;
            });
  }

  /** Writes rows that show a newer announcement than the stored ones; leaves the others. */
  Uni<Void> upsert(List<Classified> papers) {
    if (papers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.withTransaction(
        tx ->
            upsertPapers(tx, papers)
                .call(written -> upsertTrend(tx, papers, written.keySet()))
                .call(written -> noteChanges(tx, papers, written))
                .call(written -> countTopics(tx, papers, written))
                .replaceWithVoid());
  }

  /** Ids of the rows written, locked in their order, each with its body before; null for new. */
  private Uni<Map<String, String>> upsertPapers(SqlConnection tx, List<Classified> papers) {
    int n = papers.size();
    String[] ids = new String[n];
    Long[] seqs = new Long[n];
    LocalDate[] days = new LocalDate[n];
    String[] hashes = new String[n];
    String[] vectors = new String[n];
    String[] bodies = new String[n];
    for (int i = 0; i < n; i++) {
      Classified paper = papers.get(i);
      ids[i] = paper.body().id().toString();
      seqs[i] = paper.announcedSeq();
      days[i] = paper.body().announced();
      hashes[i] = paper.textHash();
      vectors[i] = Base64.getEncoder().encodeToString(paper.vector());
      bodies[i] = write(paper.body());
    }
    return tx.preparedQuery(
            """
            insert into paper
              (id, seq, announced_seq, announced, text_hash, encoder, vector, body, classified_by)
            select id, 1, seq, announced, hash, $1, decode(vector, 'base64'), body::jsonb, $8
            from unnest($2::text[], $3::bigint[], $4::date[], $5::text[], $6::text[], $7::text[])
              as batch (id, seq, announced, hash, vector, body)
            order by id
            on conflict (id) do update set seq = paper.seq + 1,
              announced_seq = excluded.announced_seq, announced = excluded.announced,
              text_hash = excluded.text_hash, encoder = excluded.encoder,
              vector = excluded.vector, body = excluded.body,
              classified_by = excluded.classified_by
            where paper.announced_seq < excluded.announced_seq
            returning new.id, old.body::text
            """)
        .execute(
            Tuple.from(List.of(encoder.id(), ids, seqs, days, hashes, vectors, bodies, by.hash())))
        .map(
            rows -> {
              Map<String, String> written = new HashMap<>();
              rows.forEach(row -> written.put(row.getString(0), row.getString(1)));
              return written;
            });
  }

  private Uni<RowSet<Row>> upsertTrend(
      SqlConnection tx, List<Classified> papers, Set<String> written) {
    List<Classified> rows =
        papers.stream().filter(p -> written.contains(p.body().id().toString())).toList();
    return tx.preparedQuery(
            """
            insert into trend (id, seq, field, announced, as_of, parts)
            select id, 1, field, announced, $1, parts::jsonb
            from unnest($2::text[], $3::text[], $4::date[], $5::text[])
              as batch (id, field, announced, parts)
            order by id
            on conflict (id) do update set seq = trend.seq + 1, field = excluded.field,
              announced = excluded.announced, as_of = excluded.as_of, parts = excluded.parts
            """)
        .execute(
            Tuple.of(
                clock.instant().atOffset(ZoneOffset.UTC),
                rows.stream().map(p -> p.body().id().toString()).toArray(String[]::new),
                rows.stream().map(p -> p.body().field()).toArray(String[]::new),
                rows.stream().map(p -> p.body().announced()).toArray(LocalDate[]::new),
                rows.stream().map(p -> write(p.trendParts())).toArray(String[]::new)));
  }

  /** What readers are told of a paper's past. */
  private Uni<RowSet<Row>> noteChanges(
      SqlConnection tx, List<Classified> papers, Map<String, String> written) {
    List<Classified> rows =
        papers.stream().filter(p -> written.containsKey(p.body().id().toString())).toList();
    return tx.preparedQuery(
            """
            insert into paper_change (paper, announced_seq, day, kind, version, changed)
            select paper, seq, day, kind, version, string_to_array(changed, ',')
            from unnest($1::text[], $2::bigint[], $3::date[], $4::text[], $5::int[], $6::text[])
              as batch (paper, seq, day, kind, version, changed)
            on conflict do nothing
            """)
        .execute(
            Tuple.from(
                List.of(
                    rows.stream().map(p -> p.body().id().toString()).toArray(String[]::new),
                    rows.stream().map(Classified::announcedSeq).toArray(Long[]::new),
                    rows.stream().map(p -> p.body().updated()).toArray(LocalDate[]::new),
                    rows.stream().map(p -> p.body().kind()).toArray(String[]::new),
                    rows.stream().map(p -> p.body().version()).toArray(Integer[]::new),
                    rows.stream().map(p -> changed(p, written)).toArray(String[]::new))));
  }

  private String changed(Classified paper, Map<String, String> written) {
    String before = written.get(paper.body().id().toString());
    return before == null
        ? ""
        : String.join(",", ChangedParts.between(readBody(before), paper.body()));
  }

  private ClassifiedBody readBody(String body) {
    try {
      return json.readValue(body, ClassifiedBody.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Uni<RowSet<Row>> countTopics(
      SqlConnection tx, List<Classified> papers, Map<String, String> written) {
    List<LocalDate> days = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    for (Classified paper : papers) {
      String id = paper.body().id().toString();
      if (written.containsKey(id) && written.get(id) == null) {
        Set<String> carried = new HashSet<>(Set.of(TopicCounts.ALL));
        paper.body().tags().stream().map(TopicTag::topic).forEach(carried::add);
        for (String topic : carried) {
          days.add(paper.body().announced());
          topics.add(topic);
        }
      }
    }
    // Sorted, so that two replicas lock the rows in the same order.
    return tx.preparedQuery(
            """
            insert into topic_day (day, topic, papers)
            select day, topic, count(*) from unnest($1::date[], $2::text[]) as batch (day, topic)
            group by day, topic order by day, topic
            on conflict (day, topic) do update set papers = topic_day.papers + excluded.papers
            """)
        .execute(Tuple.of(days.toArray(LocalDate[]::new), topics.toArray(String[]::new)));
  }

  Uni<Void> delete(Collection<PaperId> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery("delete from paper where id = any($1)")
        .execute(Tuple.of(keys(ids)))
        .replaceWithVoid();
  }

  /** The rows as they stand now, to be published. */
  Uni<List<PublishedPaper>> published(Collection<PaperId> ids) {
    return pool.preparedQuery(
            """
            select p.id, p.seq, p.encoder, p.vector, p.body::text,
              t.seq, t.field, t.announced, t.as_of, (t.parts || t.attention)::text
            from paper p join trend t on t.id = p.id where p.id = any($1)
            """)
        .execute(Tuple.of(keys(ids)))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new PublishedPaper(
                                row.getString(0),
                                row.getLong(1),
                                row.getString(2),
                                bytes(row.getBuffer(3)),
                                row.getString(4),
                                row.getLong(5),
                                row.getString(6),
                                row.getLocalDate(7),
                                row.getOffsetDateTime(8).toInstant(),
                                row.getString(9)))
                    .toList());
  }

  private static byte[] bytes(Buffer buffer) {
    return buffer.getBytes();
  }

  private static String[] keys(Collection<PaperId> ids) {
    return ids.stream().map(PaperId::toString).toArray(String[]::new);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
