package dev.paperboy.notify.feedback;

import dev.paperboy.notify.likeness.Found;
import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.likeness.Probes;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.taste.Known;
import dev.paperboy.notify.taste.UnitVector;
import dev.paperboy.notify.taste.WordBag;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The marks of all readers, and what was sent that they can mark. */
@ApplicationScoped
public class Marks {
  /** The latest of a reader's marks count: taste changes. */
  private static final int LATEST = 200;

  /** Kept where there are none, so that they are not asked for again. */
  private static final String NO_WORDS = base64(WordBag.EMPTY.toBytes());

  private final Pool pool;
  private final Probes probes;
  private final Clock real = Clock.systemUTC();

  Marks(Pool pool, Probes probes) {
    this.pool = pool;
    this.probes = probes;
  }

  /**
   * A paper that a reader was sent, and what they said of it.
   *
   * @param digest that it was in
   * @param rank its place there, from 1
   */
  Uni<Mark> sent(UUID reader, UUID digest, int rank) {
    return pool.preparedQuery(
            """
            select i.paper_id,
              coalesce(m.title, s.body ->> 'title', p.body ->> 'title', i.paper_id),
              m.kind, m.marked_at
            from digest_item i
              left join shelf s using (paper_id)
              left join sent_paper p using (paper_id)
              left join mark m on m.subscriber_id = i.subscriber_id and m.paper_id = i.paper_id
            where i.subscriber_id = $1 and i.digest_id = $2 and i.rank = $3
            """)
        .execute(Tuple.of(reader, digest, (short) rank))
        .map(rows -> rows.size() == 0 ? null : mark(rows.iterator().next()));
  }

  /** Says something of a paper that was sent, instead of what was said before. */
  Uni<Void> put(UUID reader, Mark mark, MarkKind kind) {
    return words(mark.paper()).flatMap(words -> put(reader, mark, kind, words));
  }

  /** Of a paper on the shelf; empty where it is gone. */
  private Uni<WordBag> words(String paper) {
    return pool.preparedQuery(
            "select body ->> 'title', body ->> 'abstract' from shelf where paper_id = $1")
        .execute(Tuple.of(paper))
        .map(
            rows ->
                rows.stream()
                    .map(row -> WordBag.of(row.getString(0), row.getString(1)))
                    .findFirst()
                    .orElse(WordBag.EMPTY));
  }

  private Uni<Void> put(UUID reader, Mark mark, MarkKind kind, WordBag words) {
    return pool.preparedQuery(
            """
            insert into mark (
              subscriber_id, paper_id, kind, title, encoder, vector, words, marked_at)
            select $1, $2, $3, $4, coalesce(s.encoder, ''), coalesce(s.vector, ''::bytea), $5, $6
            from (select $2::text as paper_id) asked left join shelf s using (paper_id)
            on conflict (subscriber_id, paper_id) do update
              set kind = excluded.kind, marked_at = excluded.marked_at
            """)
        .execute(
            Tuple.of(
                reader,
                mark.paper(),
                kind.label(),
                mark.title(),
                Buffer.buffer(words.toBytes()),
                OffsetDateTime.ofInstant(real.instant(), ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Takes back what was said. */
  public Uni<Void> remove(UUID reader, String paper) {
    return pool.preparedQuery("delete from mark where subscriber_id = $1 and paper_id = $2")
        .execute(Tuple.of(reader, paper))
        .replaceWithVoid();
  }

  /** All that a reader said, the latest first. */
  public Uni<List<Mark>> of(UUID reader) {
    return pool.preparedQuery(
            """
            select paper_id, title, kind, marked_at from mark where subscriber_id = $1
            order by marked_at desc, paper_id
            """)
        .execute(Tuple.of(reader))
        .map(rows -> rows.stream().map(Marks::mark).toList());
  }

  /**
   * What readers like, by reader; those who said nothing are not in it. Vectors of another encoder
   * are asked for again; what classify does not have is left out.
   *
   * @param encoder of the papers that the marks are compared with; null where there are none
   */
  public Uni<Map<UUID, Likings>> likings(Collection<UUID> readers, String encoder) {
    return encoder == null
        ? Uni.createFrom().item(Map.of())
        : encodeAgain(readers, encoder).chain(() -> read(readers, encoder));
  }

  /**
   * The shelf had another vector of these papers when they were marked, or none any more; or their
   * words were not kept yet.
   */
  private Uni<Void> encodeAgain(Collection<UUID> readers, String encoder) {
    return pool.preparedQuery(
            """
            select distinct paper_id from mark
            where subscriber_id = any($1) and (encoder <> $2 or words = '')
            order by paper_id limit $3
            """)
        .execute(Tuple.of(readers.toArray(UUID[]::new), encoder, LATEST))
        .map(rows -> rows.stream().map(row -> row.getString(0)).collect(Collectors.toSet()))
        .flatMap(
            papers ->
                papers.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : probes
                        .find(new Subjects(Set.of(), papers), encoder)
                        .flatMap(found -> keep(found, encoder)));
  }

  /**
   * Of a paper that classify does not know there is nothing to ask for until the encoder changes.
   */
  private Uni<Void> keep(Found found, String encoder) {
    List<String> papers = new ArrayList<>(found.unknown());
    List<String> vectors = new ArrayList<>(Collections.nCopies(papers.size(), ""));
    List<String> words = new ArrayList<>(Collections.nCopies(papers.size(), NO_WORDS));
    for (Probe probe : found.probes().values()) {
      if (probe.encoder().equals(encoder)) {
        papers.add(probe.subject());
        vectors.add(base64(probe.int8()));
        words.add(base64(probe.words().toBytes()));
      }
    }
    return pool.preparedQuery(
            """
            update mark set encoder = $1, words = decode(made.words, 'base64'),
              vector = case when made.vector = '' and encoder = $1 then mark.vector
                else decode(made.vector, 'base64') end
            from unnest($2::text[], $3::text[], $4::text[]) as made (paper_id, vector, words)
            where mark.paper_id = made.paper_id and (encoder <> $1 or mark.words = '')
            """)
        .execute(
            Tuple.of(
                encoder,
                papers.toArray(String[]::new),
                vectors.toArray(String[]::new),
                words.toArray(String[]::new)))
        .replaceWithVoid();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Uni<Map<UUID, Likings>> read(Collection<UUID> readers, String encoder) {
    return pool.preparedQuery(
            """
            select subscriber_id, kind, vector, words from (
              select m.*, row_number() over (
                  partition by subscriber_id order by marked_at desc, paper_id) as latest
              from mark m
              where subscriber_id = any($1) and encoder = $2 and octet_length(vector) > 0) ranked
            where latest <= $3 order by subscriber_id, latest
            """)
        .execute(Tuple.of(readers.toArray(UUID[]::new), encoder, LATEST))
        .map(
            rows -> {
              Map<UUID, List<Known>> liked = new HashMap<>();
              Map<UUID, List<Known>> disliked = new HashMap<>();
              Map<UUID, Likings> likings = new HashMap<>();
              rows.forEach(
                  row -> {
                    boolean is = MarkKind.of(row.getString(1)).orElseThrow().isLiked();
                    (is ? liked : disliked)
                        .computeIfAbsent(row.getUUID(0), reader -> new ArrayList<>())
                        .add(
                            new Known(
                                UnitVector.of(row.getBuffer(2).getBytes()),
                                WordBag.of(row.getBuffer(3).getBytes())));
                    likings.put(row.getUUID(0), Likings.NONE);
                  });
              likings.replaceAll(
                  (reader, none) ->
                      new Likings(
                          liked.getOrDefault(reader, List.of()),
                          disliked.getOrDefault(reader, List.of())));
              return likings;
            });
  }

  private static Mark mark(Row row) {
    OffsetDateTime at = row.getOffsetDateTime(3);
    return new Mark(
        row.getString(0),
        row.getString(1),
        row.getString(2) == null ? null : MarkKind.of(row.getString(2)).orElseThrow(),
        at == null ? null : at.toInstant());
  }
}
