package dev.paperboy.ingest.harvest;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.attention.GithubStars.Repository;
import dev.paperboy.ingest.attention.Observation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;

/** How far places of attention have been looked at, and which papers have code. */
@ApplicationScoped
class AttentionStore {
  private final Pool pool;
  private final Lease lease;

  AttentionStore(Pool pool, Lease lease) {
    this.pool = pool;
    this.lease = lease;
  }

  Uni<String> checkpoint(String feed) {
    return pool.preparedQuery("select checkpoint from attention_feed where name = $1")
        .execute(Tuple.of(feed))
        .map(rows -> FirstRow.of(rows, row -> row.getString(0)));
  }

  /** Remembers a page that the broker has acknowledged. */
  Uni<Void> save(String feed, List<Observation> observations, String checkpoint) {
    return pool.withTransaction(
        tx ->
            lease
                .renew(tx)
                .chain(() -> saveRepositories(tx, observations))
                .chain(
                    () ->
                        tx.preparedQuery(
                                """
                                insert into attention_feed (name, checkpoint, verdict, detail, as_of)
                                values ($1, $2, 'starting', 'not looked at to the end yet', now())
                                on conflict (name) do update set checkpoint = excluded.checkpoint
                                """)
                            .execute(Tuple.of(feed, checkpoint))
                            .replaceWithVoid()));
  }

  private static Uni<Void> saveRepositories(SqlConnection tx, List<Observation> observations) {
    List<Observation> coded = observations.stream().filter(o -> o.repository() != null).toList();
    return coded.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(
                """
                insert into attention_repository (paper, url)
                select distinct on (paper) paper, url from unnest($1::text[], $2::text[])
                  as page (paper, url)
                on conflict (paper) do update set url = excluded.url
                """)
            .execute(
                Tuple.of(
                    coded.stream().map(o -> o.id().toString()).toArray(String[]::new),
                    coded.stream().map(Observation::repository).toArray(String[]::new)))
            .replaceWithVoid();
  }

  /** Notes how looking went. */
  Uni<Void> tell(String feed, String verdict, String detail, OffsetDateTime at) {
    return pool.preparedQuery(
            """
            insert into attention_feed (name, verdict, detail, as_of) values ($1, $2, $3, $4)
            on conflict (name) do update set verdict = excluded.verdict, detail = excluded.detail,
              as_of = excluded.as_of
            """)
        .execute(Tuple.of(feed, verdict, detail, at))
        .replaceWithVoid();
  }

  /** The first repository of a paper behind that one; null where there is none. */
  Uni<Repository> repositoryAfter(String paper) {
    return pool.preparedQuery(
            """
            select paper, url from attention_repository where paper > $1 order by paper limit 1
            """)
        .execute(Tuple.of(paper))
        .map(
            rows ->
                FirstRow.of(
                    rows,
                    row -> new Repository(PaperId.parse(row.getString(0)), row.getString(1))));
  }

  /** arXiv's papers behind that one, in the order of their ids. */
  Uni<List<PaperId>> papersAfter(String paper, int limit) {
    return pool.preparedQuery(
            """
            select id from paper where id > $1 and id like 'arxiv:%' order by id limit $2
            """)
        .execute(Tuple.of(paper, limit))
        .map(rows -> rows.stream().map(row -> PaperId.parse(row.getString(0))).toList());
  }
}
