package dev.paperboy.ingest.harvest;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.source.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;

/** Records that could not be announced, once each however often they are read. */
final class Refusals {
  private Refusals() {}

  /** Remembers those of a page. */
  static Uni<Void> save(SqlConnection tx, String feed, List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            insert into refusal (feed, place, reason)
            select distinct on (place) $1, place, reason
            from unnest($2::text[], $3::text[]) as page (place, reason)
            on conflict (feed, place) do update set reason = excluded.reason
            """)
        .execute(
            Tuple.of(
                feed,
                refusals.stream().map(Refusal::place).toArray(String[]::new),
                refusals.stream().map(Refusal::reason).toArray(String[]::new)))
        .replaceWithVoid();
  }

  /**
   * Forgets those of papers that can be read now. Sources name a record by the paper's id, by what
   * arXiv calls it in that source, or by its place in a file, which is no paper's.
   */
  static Uni<Void> forget(SqlConnection tx, String feed, Collection<PaperId> read) {
    return read.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(
                """
                delete from refusal where feed = $1 and (place = any($2)
                  or replace(place, 'oai:arXiv.org:', 'arxiv:') = any($2)
                  or 'arxiv:' || place = any($2))
                """)
            .execute(Tuple.of(feed, read.stream().map(PaperId::toString).toArray(String[]::new)))
            .replaceWithVoid();
  }
}
