package dev.paperboy.ingest.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.freshness.Volume;
import dev.paperboy.ingest.paper.Origin;
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
        .map(rows -> FirstRow.of(rows, row -> row.getString(0)));
  }

  Uni<Map<PaperId, SeenPaper>> seen(Collection<PaperId> ids) {
    return pool.preparedQuery("select payload::text, origin from paper where id = any($1)")
        .execute(Tuple.of(keys(ids)))
        .map(
            rows -> {
              Map<PaperId, SeenPaper> seen = new HashMap<>();
              for (Row row : rows) {
                SeenPaper paper =
                    AnnouncementFormat.read(row.getString(0), Origin.of(row.getString(1)));
                seen.put(paper.paper().id(), paper);
              }
              return seen;
            });
  }

  /**
   * Papers that a richer source describes as they were already known.
   *
   * @param origin its origin
   */
  record Confirmation(Collection<PaperId> papers, Origin origin) {}

  /**
   * Remembers a page that the broker has acknowledged: papers, confirmations, deletions, refusals
   * and checkpoint, or nothing.
   */
  Uni<Void> save(
      String feed,
      List<Announcement> announced,
      Confirmation confirmed,
      Collection<PaperId> gone,
      List<Refusal> refusals,
      String checkpoint) {
    return pool.withTransaction(
        tx ->
            lease
                .renew(tx)
                .chain(() -> savePapers(tx, feed, announced))
                .chain(() -> confirm(tx, confirmed))
                .chain(() -> delete(tx, gone))
                .chain(() -> Refusals.forget(tx, feed, ids(announced)))
                .chain(() -> Refusals.save(tx, feed, refusals))
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
    String[] origins = new String[n];
    for (int i = 0; i < n; i++) {
      var change = announced.get(i).change();
      ids[i] = change.paper().id().toString();
      seqs[i] = change.seq();
      hashes[i] = java.util.HexFormat.of().formatHex(change.contentHash());
      firsts[i] = change.announced();
      updates[i] = change.paper().updated();
      origins[i] = change.origin().written();
      payloads[i] = new String(announced.get(i).body(), UTF_8);
    }
    return tx.preparedQuery(
            """
            insert into paper (id, seq, feed, content_hash, announced, updated, payload, origin)
            select id, seq, $1, decode(hash, 'hex'), announced, updated, payload::jsonb, origin
            from unnest($2::text[], $3::bigint[], $4::text[], $5::date[], $6::date[], $7::text[],
                $8::text[])
              as page (id, seq, hash, announced, updated, payload, origin)
            on conflict (id) do update set seq = excluded.seq, content_hash = excluded.content_hash,
              updated = excluded.updated, payload = excluded.payload, origin = excluded.origin
            where paper.seq < excluded.seq
            """)
        .execute(Tuple.from(List.of(feed, ids, seqs, hashes, firsts, updates, payloads, origins)))
        .replaceWithVoid();
  }

  private static Uni<Void> confirm(SqlConnection tx, Confirmation confirmed) {
    return confirmed.papers().isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery("update paper set origin = $2 where id = any($1)")
            .execute(Tuple.of(keys(confirmed.papers()), confirmed.origin().written()))
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

  private static Uni<Void> saveCheckpoint(SqlConnection tx, String feed, String checkpoint) {
    return tx.preparedQuery("update feed set checkpoint = $2, read_at = now() where name = $1")
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

  /**
   * arXiv's papers that only a listing told of, latest first: what the harvest should have brought.
   *
   * @param from first announcement date of interest
   * @param to last one
   */
  Uni<List<PaperId>> listedOnly(LocalDate from, LocalDate to, int limit) {
    return pool.preparedQuery(
            """
            select id from paper where origin = 'listing' and updated between $1 and $2
            order by updated desc, id limit $3
            """)
        .execute(Tuple.of(from, to, limit))
        .map(rows -> rows.stream().map(row -> PaperId.parse(row.getString(0))).toList());
  }

  /** How many of arXiv's papers of a date came by more than a listing, by primary category. */
  Uni<Map<String, Long>> harvested(LocalDate announced) {
    return pool.preparedQuery(
            """
            select coalesce(category, ''), count(*) from paper
            where archive = 'arxiv' and announced = $1 and origin <> 'listing' group by 1
            """)
        .execute(Tuple.of(announced))
        .map(
            rows -> {
              Map<String, Long> counts = new HashMap<>();
              rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
              return counts;
            });
  }

  /** How many papers of an archive were announced from a day on, by date and primary category. */
  Uni<List<Volume>> volumes(String archive, LocalDate from) {
    return pool.preparedQuery(
            """
            select announced, coalesce(category, ''), count(*) from paper
            where archive = $1 and announced >= $2 group by 1, 2
            """)
        .execute(Tuple.of(archive, from))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Volume(row.getLocalDate(0), row.getString(1), row.getLong(2)))
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
  Uni<List<StoredPaper>> published(ReplayScope scope, String after, int limit) {
    return pool.preparedQuery(
            """
            select id, seq, payload::text from paper
            where id > $1 and announced between coalesce($3, '-infinity'::date)
              and coalesce($4, 'infinity'::date) and ($5::text[] is null or id = any($5))
            order by id limit $2
            """)
        .execute(Tuple.of(after, limit, scope.from(), scope.until(), scope.keys()))
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

  private static List<PaperId> ids(List<Announcement> announced) {
    return announced.stream().map(announcement -> announcement.change().paper().id()).toList();
  }

  private static String[] keys(Collection<PaperId> ids) {
    return ids.stream().map(PaperId::toString).toArray(String[]::new);
  }
}
