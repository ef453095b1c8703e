package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.attention.AttentionSource;
import dev.paperboy.ingest.freshness.AnnouncementCalendar;
import dev.paperboy.ingest.freshness.VolumeHistory;
import dev.paperboy.ingest.harvest.StatusReport.RefusedRecord;
import dev.paperboy.ingest.harvest.StatusReport.Source;
import dev.paperboy.ingest.source.PaperSource;
import dev.paperboy.ingest.source.PaperSource.Reach;
import dev.paperboy.ingest.specimen.SpecimenPapers;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks database and job for a {@link StatusReport}; blocks. */
@Singleton
class StatusReader {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Reach NO_DAYS = new Reach(null, null, null);
  private static final int DAYS = 30;
  // To tell what the first of those days usually brings.
  private static final int DAYS_BEFORE = 56;
  private static final int REFUSALS = 100;

  private final Pool pool;
  private final PaperStore store;
  private final Lease lease;
  private final HarvestJob job;
  private final BackfillProgress backfill;
  private final AnnouncementCalendar calendar;
  private final Clock business;
  private final Map<String, PaperSource> sources;
  private final Set<String> places;

  StatusReader(
      Pool pool,
      PaperStore store,
      Lease lease,
      HarvestJob job,
      BackfillProgress backfill,
      Sources sources,
      AttentionSources attention,
      AnnouncementCalendar calendar,
      Clock business) {
    this.pool = pool;
    this.store = store;
    this.lease = lease;
    this.job = job;
    this.backfill = backfill;
    this.calendar = calendar;
    this.business = business;
    this.sources =
        sources.all().stream().collect(Collectors.toMap(PaperSource::feed, Function.identity()));
    this.places = attention.all().stream().map(AttentionSource::feed).collect(Collectors.toSet());
  }

  StatusReport read() {
    Row counts =
        ask(
                """
                select (select count(*) from paper), (select count(*) from refusal),
                  (select count(*) from paper where feed = $1)
                """,
                Tuple.of(SpecimenPapers.FEED))
            .iterator()
            .next();
    return new StatusReport(
        business.instant(),
        counts.getLong(0),
        counts.getLong(1),
        counts.getLong(2),
        lease.holder().await().atMost(PATIENCE),
        rows("select * from feed order by name", this::feed),
        rows("select * from attention_feed order by name", this::place),
        rows(
            "select feed, place, reason, at from refusal order by at desc, place limit " + REFUSALS,
            row ->
                new RefusedRecord(
                    row.getString(0), row.getString(1), row.getString(2), instant(row, "at"))));
  }

  /** arXiv's volumes of the last days, oldest first; weeks of papers are counted for it. */
  List<VolumeHistory.Day> days() {
    LocalDate today = today();
    LocalDate first = today.minusDays(DAYS - 1L);
    return VolumeHistory.of(
        store.volumes("arxiv", first.minusDays(DAYS_BEFORE)).await().atMost(PATIENCE),
        calendar,
        first,
        today);
  }

  private Source feed(Row row) {
    String name = row.getString("name");
    String checkpoint = row.getString("checkpoint");
    PaperSource source = sources.get(name);
    Reach reach = source == null ? NO_DAYS : source.reach(checkpoint);
    Instant next = source == null ? null : later(source.next(checkpoint), job.retryAt(name));
    return new Source(
        name,
        source != null || name.equals(SpecimenPapers.FEED),
        row.getString("verdict"),
        row.getString("detail"),
        instant(row, "as_of"),
        instant(row, "read_at"),
        next,
        reach,
        backfill.of(name, reach, today()));
  }

  /** One that is switched off keeps no verdict: nobody looks whether it still holds. */
  private Source place(Row row) {
    boolean on = places.contains(row.getString("name"));
    return new Source(
        row.getString("name"),
        on,
        on ? row.getString("verdict") : "quiet",
        on ? row.getString("detail") : "switched off",
        instant(row, "as_of"),
        instant(row, "read_at"),
        null,
        NO_DAYS,
        null);
  }

  private LocalDate today() {
    return LocalDate.now(business.withZone(ZoneOffset.UTC));
  }

  private static Instant later(Instant one, Instant other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private <T> List<T> rows(String query, Function<Row, T> reader) {
    return ask(query, Tuple.tuple()).stream().map(reader).toList();
  }

  private RowSet<Row> ask(String query, Tuple arguments) {
    return pool.preparedQuery(query).execute(arguments).await().atMost(PATIENCE);
  }
}
