package dev.paperboy.notify.shelf;

import dev.paperboy.events.PaperId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of papers since readers were sent them. It is written down for each of these readers
 * when the paper's event comes, since the shelf may have let the paper go long before: most
 * withdrawals come later than thirty days after the announcement.
 */
@ApplicationScoped
public class Changes {
  /**
   * Compares papers, by the name {@code now}, with the ledger. What a reader was told already is
   * told again only where it is something else.
   */
  private static final String WRITE =
      """
      insert into digest_change (subscriber_id, paper_id, seq, version, withdrawn, title)
      select i.subscriber_id, now.paper_id, now.seq, now.version, now.withdrawn, now.title
      from now
        join digest_item i on i.paper_id = now.paper_id and i.seq < now.seq
        join subscriber s on s.id = i.subscriber_id and s.status = 'active'
      where (now.withdrawn or now.version > coalesce(i.version, 0)) %s
      on conflict (subscriber_id, paper_id) do update set seq = excluded.seq,
        version = excluded.version, withdrawn = excluded.withdrawn, title = excluded.title,
        digest_id = null
      where digest_change.seq < excluded.seq
        and (digest_change.version < excluded.version
          or digest_change.withdrawn <> excluded.withdrawn)
      """;

  /**
   * The same for one digest, for what changed on the shelf between being read for it and being
   * sent. The lock waits for whoever is just putting another state there, and lets nobody put one
   * before this is written; parameter {@code digest}.
   */
  public static final String WRITE_OF_DIGEST =
      """
      with now as materialized (
        select paper_id, seq, coalesce(cast(body ->> 'version' as int), 0) as version,
          coalesce(cast(body ->> 'withdrawn' as boolean), false) as withdrawn,
          body ->> 'title' as title
        from shelf
        where paper_id in (select paper_id from digest_item where digest_id = :digest)
        order by paper_id for share)
      """
          + WRITE.formatted("and i.digest_id = :digest");

  private final Pool pool;

  Changes(Pool pool) {
    this.pool = pool;
  }

  /** Writes down what is news to readers who were sent these papers in another state. */
  Uni<Void> write(SqlClient transaction, List<ShelvedPaper> papers) {
    // Nobody was sent a paper before its first version, and specimens are not for the ledger.
    List<ShelvedPaper> changed =
        papers.stream()
            .filter(paper -> !paper.specimen())
            .filter(paper -> paper.withdrawn() || version(paper) > 1)
            .toList();
    if (changed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(
            """
            with now as (
              select * from unnest($1::text[], $2::bigint[], $3::int[], $4::boolean[], $5::text[])
                as batch (paper_id, seq, version, withdrawn, title))
            """
                + WRITE.formatted(""))
        .execute(
            Tuple.of(
                changed.stream().map(ShelvedPaper::key).toArray(String[]::new),
                changed.stream().map(ShelvedPaper::seq).toArray(Long[]::new),
                changed.stream().map(Changes::version).toArray(Integer[]::new),
                changed.stream().map(ShelvedPaper::withdrawn).toArray(Boolean[]::new),
                changed.stream().map(ShelvedPaper::title).toArray(String[]::new)))
        .replaceWithVoid();
  }

  private static int version(ShelvedPaper paper) {
    return paper.version() == null ? 0 : paper.version();
  }

  /** What readers have not been told yet, withdrawals first; nobody without any is in it. */
  public Uni<Map<UUID, List<Change>>> untold(Collection<UUID> readers) {
    return pool.preparedQuery(
            """
            select subscriber_id, paper_id, seq, version, withdrawn, title from digest_change
            where subscriber_id = any($1) and digest_id is null
            order by withdrawn desc, paper_id
            """)
        .execute(Tuple.of(readers.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, List<Change>> untold = new HashMap<>();
              for (Row row : rows) {
                untold
                    .computeIfAbsent(row.getUUID(0), reader -> new ArrayList<>())
                    .add(
                        new Change(
                            PaperId.parse(row.getString(1)),
                            row.getLong(2),
                            row.getInteger(3),
                            row.getBoolean(4),
                            row.getString(5)));
              }
              return untold;
            });
  }
}
