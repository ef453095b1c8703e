package dev.paperboy.notify.feedback;

import dev.paperboy.notify.taste.UnitVector;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The marks of all readers, and what was sent that they can mark. */
@ApplicationScoped
public class Marks {
  /** The latest of a reader's marks count: taste changes. */
  private static final int LATEST = 200;

  private final Pool pool;
  private final Clock real = Clock.systemUTC();

  Marks(Pool pool) {
    this.pool = pool;
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
            select i.paper_id, coalesce(m.title, s.body ->> 'title', i.paper_id), m.kind, m.marked_at
            from digest_item i
              left join shelf s using (paper_id)
              left join mark m on m.subscriber_id = i.subscriber_id and m.paper_id = i.paper_id
            where i.subscriber_id = $1 and i.digest_id = $2 and i.rank = $3
            """)
        .execute(Tuple.of(reader, digest, (short) rank))
        .map(rows -> rows.size() == 0 ? null : mark(rows.iterator().next()));
  }

  /** Says something of a paper that was sent, instead of what was said before. */
  Uni<Void> put(UUID reader, Mark mark, MarkKind kind) {
    return pool.preparedQuery(
            """
            insert into mark (subscriber_id, paper_id, kind, title, encoder, vector, marked_at)
            select $1, $2, $3, $4, coalesce(s.encoder, ''), coalesce(s.vector, ''::bytea), $5
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
   * What readers like, by reader; those who said nothing are not in it.
   *
   * @param encoder marks of papers with vectors of another one are left out
   */
  public Uni<Map<UUID, Likings>> likings(Collection<UUID> readers, String encoder) {
    if (encoder == null) {
      return Uni.createFrom().item(Map.of());
    }
    return pool.preparedQuery(
            """
            select subscriber_id, kind, vector from (
              select m.*, row_number() over (
                  partition by subscriber_id order by marked_at desc, paper_id) as latest
              from mark m where subscriber_id = any($1) and encoder = $2) ranked
            where latest <= $3 order by subscriber_id, latest
            """)
        .execute(Tuple.of(readers.toArray(UUID[]::new), encoder, LATEST))
        .map(
            rows -> {
              Map<UUID, List<float[]>> liked = new HashMap<>();
              Map<UUID, List<float[]>> disliked = new HashMap<>();
              Map<UUID, Likings> likings = new HashMap<>();
              rows.forEach(
                  row -> {
                    boolean is = MarkKind.of(row.getString(1)).orElseThrow().isLiked();
                    (is ? liked : disliked)
                        .computeIfAbsent(row.getUUID(0), reader -> new ArrayList<>())
                        .add(UnitVector.of(row.getBuffer(2).getBytes()));
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
