package dev.paperboy.ingest.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.SeenPaper;
import dev.paperboy.ingest.publish.Announcement;
import dev.paperboy.ingest.publish.AnnouncementFormat;
import dev.paperboy.ingest.publish.SourceStatus;
import dev.paperboy.ingest.publish.StoredPaper;
import dev.paperboy.ingest.source.Refusal;
import dev.paperboy.ingest.specimen.SpecimenPapers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been announced, and how far feeds have been read.
 *
 * <p>Whole pages go through {@code unnest} in one statement: a row a statement is hundreds of times
 * slower.
 */
@ApplicationScoped
class PaperStore {
  private static final int DAYS_TOLD = 30;

  private final Pool pool;
  private final Lease lease;

  PaperStore(Pool pool, Lease lease) {
    this.pool = pool;
    this.lease = lease;
  }

  Uni<String> checkpoint(String feed) {
    return pool.preparedQuery("select checkpoint from feed where name = $1")
        .execute(Tuple.of(feed))
        .map(
            rows -> {
              for (Row row : rows) {
                return row.getString(0);
              }
              return null;
            });
  }

  Uni<Map<PaperId, SeenPaper>> seen(Collection<PaperId> ids) {
    return pool.preparedQuery("select payload::text from paper where id = any($1)")
        .execute(Tuple.of(keys(ids)))
        .map(
            rows -> {
              Map<PaperId, SeenPaper> seen = new HashMap<>();
              for (Row row : rows) {
                SeenPaper paper = AnnouncementFormat.read(row.getString(0));
                seen.put(paper.paper().id(), paper);
              }
              return seen;
            });
  }

  /**
   * Remembers a page that the broker has acknowledged: papers, deletions, refusals and checkpoint,
   * or nothing.
   */
  Uni<Void> save(
      String feed,
      List<Announcement> announced,
      Collection<PaperId> gone,
      List<Refusal> refusals,
      String checkpoint) {
    return pool.withTransaction(
        tx ->
            lease
                .renew(tx)
                .chain(() -> savePapers(tx, feed, announced))
                .chain(() -> delete(tx, gone))
                .chain(() -> saveRefusals(tx, feed, refusals))
                .chain(() -> saveCheckpoint(tx, feed, checkpoint)));
  }

  private static Uni<Void> savePapers(SqlConnection tx, String feed, List<Announcement> announced) {
    if (announced.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    int n = announced.size();
    String[] ids = new String[n];
    Long[] seqs = new Long[n];
    String[] hashes = new String[n];
    LocalDate[] firsts = new LocalDate[n];
    LocalDate[] updates = new LocalDate[n];
    String[] payloads = new String[n];
    for (int i = 0; i < n; i++) {
      var change = announced.get(i).change();
      ids[i] = change.paper().id().toString();
      seqs[i] = change.seq();
      hashes[i] = java.util.HexFormat.of().formatHex(change.contentHash());
      firsts[i] = change.announced();
      updates[i] = change.paper().updated();
      payloads[i] = new String(announced.get(i).body(), UTF_8);
    }
    return tx.preparedQuery(
            """
            insert into paper (id, seq, feed, content_hash, announced, updated, payload)
            select id, seq, $1, decode(hash, 'hex'), announced, updated, payload::jsonb
            from unnest($2::text[], $3::bigint[], $4::text[], $5::date[], $6::date[], $7::text[])
              as page (id, seq, hash, announced, updated, payload)
            on conflict (id) do update set seq = excluded.seq, content_hash = excluded.content_hash,
              updated = excluded.updated, payload = excluded.payload
            where paper.seq < excluded.seq
            """)
        .execute(Tuple.from(List.of(feed, ids, seqs, hashes, firsts, updates, payloads)))
        .replaceWithVoid();
  }

  private static Uni<Void> delete(SqlConnection tx, Collection<PaperId> gone) {
    return gone.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery("delete from paper where id = any($1)")
            .execute(Tuple.of(keys(gone)))
            .chain(
                () ->
                    tx.preparedQuery(
                            """
                            delete from feed
                            where name = $1 and not exists (select from paper where feed = $1)
                            """)
                        .execute(Tuple.of(SpecimenPapers.FEED)))
            .replaceWithVoid();
  }

  private static Uni<Void> saveRefusals(SqlConnection tx, String feed, List<Refusal> refusals) {
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

  private static Uni<Void> saveCheckpoint(SqlConnection tx, String feed, String checkpoint) {
    return tx.preparedQuery("update feed set checkpoint = $2 where name = $1")
        .execute(Tuple.of(feed, checkpoint))
        .replaceWithVoid();
  }

  /**
   * The latest announcement dates of a feed, newest first, with how many papers each first
   * announced.
   */
  Uni<List<SourceStatus.Day>> days(String feed, boolean complete) {
    return pool.preparedQuery(
            """
            select announced, count(*) from paper where feed = $1
            group by announced order by announced desc limit $2
            """)
        .execute(Tuple.of(feed, DAYS_TOLD))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new SourceStatus.Day(row.getLocalDate(0), row.getLong(1), complete))
                    .toList());
  }

  /** The made-up papers that are announced now. */
  Uni<List<PaperId>> specimens() {
    return pool.preparedQuery("select id from paper where feed = $1 order by id")
        .execute(Tuple.of(SpecimenPapers.FEED))
        .map(rows -> rows.stream().map(row -> PaperId.parse(row.getString(0))).toList());
  }

  Uni<Boolean> isEmpty() {
    return pool.query("select not exists (select from paper)")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /**
   * Papers as last published, in the order of their ids.
   *
   * @param after the last id of the stretch before; empty at the start
   */
  Uni<List<StoredPaper>> published(String after, int limit) {
    return pool.preparedQuery(
            "select id, seq, payload::text from paper where id > $1 order by id limit $2")
        .execute(Tuple.of(after, limit))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new StoredPaper(
                                PaperId.parse(row.getString(0)),
                                row.getLong(1),
                                row.getString(2).getBytes(UTF_8)))
                    .toList());
  }

  private static String[] keys(Collection<PaperId> ids) {
    return ids.stream().map(PaperId::toString).toArray(String[]::new);
  }
}
