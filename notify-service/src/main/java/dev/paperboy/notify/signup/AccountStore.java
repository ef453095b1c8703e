package dev.paperboy.notify.signup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All that is kept of one reader: to be shown, handed over, or forgotten. */
@ApplicationScoped
class AccountStore {
  /** Digests that are shown; the export has all. */
  private static final int LATEST = 60;

  private final Pool pool;

  AccountStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * A day's digest.
   *
   * @param subject of its mail; null where none was sent
   * @param reason why there was none, as the database writes it; null where there was one
   */
  record Past(UUID id, LocalDate day, String status, String reason, String subject) {}

  /** The reader's digests, the latest first. */
  Uni<List<Past>> digests(UUID reader) {
    return pool.preparedQuery(
            """
            select d.id, d.day, d.status, d.reason, m.subject
            from digest d left join mail m on m.digest_id = d.id
            where d.subscriber_id = $1 order by d.day desc limit $2
            """)
        .execute(Tuple.of(reader, LATEST))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Past(
                                row.getUUID(0),
                                row.getLocalDate(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                    .toList());
  }

  /**
   * Everything as JSON, row by row as the tables have it; left out are vectors, which are made of
   * what is in here, and what opens links.
   */
  Uni<String> export(UUID reader) {
    return pool.preparedQuery(
            """
            select jsonb_pretty(jsonb_build_object(
              'subscriber', (select to_jsonb(s) - 'link_id' - 'change_id' from subscriber s where s.id = $1),
              'filters', (select coalesce(jsonb_agg(to_jsonb(f) - 'feed_id' order by f.name), '[]')
                from filter f where f.subscriber_id = $1),
              'filterVectorsOf', (select coalesce(jsonb_agg(to_jsonb(p) - 'vector'
                  order by p.filter_id, p.subject), '[]')
                from filter_probe p join filter f on f.id = p.filter_id
                where f.subscriber_id = $1),
              'digests', (select coalesce(jsonb_agg(to_jsonb(d) order by d.day), '[]')
                from digest d where d.subscriber_id = $1),
              'papersSent', (select coalesce(jsonb_agg(to_jsonb(i) order by i.paper_id), '[]')
                from digest_item i where i.subscriber_id = $1),
              'changesSent', (select coalesce(jsonb_agg(to_jsonb(c) order by c.paper_id), '[]')
                from digest_change c where c.subscriber_id = $1),
              'marks', (select coalesce(jsonb_agg(to_jsonb(m) - 'vector' order by m.marked_at), '[]')
                from mark m where m.subscriber_id = $1),
              'mails', (select coalesce(jsonb_agg(
                  to_jsonb(m) - 'html' - 'body_text' - 'headers' order by m.created_at), '[]')
                from mail m where m.subscriber_id = $1)))
            """)
        .execute(Tuple.of(reader))
        .map(rows -> rows.iterator().next().getString(0));
  }

  /** Forgets a reader; all tables follow. */
  Uni<Void> erase(UUID reader) {
    return pool.preparedQuery("delete from subscriber where id = $1")
        .execute(Tuple.of(reader))
        .replaceWithVoid();
  }
}
