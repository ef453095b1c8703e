package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.EmptyDays;
import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Finds the readers whose digest is to be made. */
@ApplicationScoped
class Readers {
  private static final Logger LOG = Logger.getLogger(Readers.class);

  /** Readers handled together; their mails are in memory meanwhile. */
  static final int PAGE = 200;

  private static final String SELECT =
      """
      with due (zone, hour, frequency, weekday, day) as (
        select * from unnest($1::text[], $2::smallint[], $3::text[], $4::smallint[], $5::date[]))
      select s.id, s.address, s.generation, due.day,
        (select max(d.last_announced) from digest d
          where d.subscriber_id = s.id and d.status <> 'failed') as last,
        exists (select 1 from digest d where d.subscriber_id = s.id and d.day = due.day) as served,
        (select max(d.day) from digest d join mail m on m.digest_id = d.id
          where d.subscriber_id = s.id and d.status = 'empty') as last_told,
        s.frequency, s.weekday, s.send_hour, s.zone, s.paused_until, s.empty_days,
        f.id as filter_id, f.name, f.topics, f.categories, f.keywords, f.authors, f.exclusions, f.about,
        f.examples, f.min_trend, f.dial, f.max_papers
      """;

  private final Pool pool;
  private final Clock clock;

  Readers(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** A rhythm that some readers share, and the day it is due for. */
  private record Due(Schedule schedule, LocalDate day) {}

  /**
   * Active readers who want a digest today, whose hour has come and who have none of their day.
   *
   * @param after the last reader of the page before; null for the first page
   */
  Uni<List<Reader>> due(UUID after) {
    Instant now = clock.instant();
    return rhythms()
        .flatMap(
            rhythms -> {
              List<Due> due =
                  rhythms.stream()
                      .flatMap(
                          rhythm ->
                              DigestCalendar.due(rhythm, now).stream()
                                  .map(day -> new Due(rhythm, day)))
                      .toList();
              return due.isEmpty() ? Uni.createFrom().item(List.of()) : due(due, after);
            });
  }

  /** Pauses are each reader's own, and not in here. */
  private Uni<List<Schedule>> rhythms() {
    return pool.query(
            """
            select distinct frequency, weekday, send_hour, zone
            from subscriber where status = 'active'
            """)
        .execute()
        .map(rows -> rows.stream().flatMap(row -> rhythm(row).stream()).toList());
  }

  /** Zones come and go with the JDK's tables: whoever has one that is gone must not stop others. */
  private static Optional<Schedule> rhythm(Row row) {
    try {
      return Optional.of(schedule(row, null, EmptyDays.WEEKLY));
    } catch (DateTimeException e) {
      LOG.errorf("nobody in zone «%s» gets digests: %s", row.getString("zone"), e.getMessage());
      return Optional.empty();
    }
  }

  private static Schedule schedule(Row row, LocalDate pausedUntil, EmptyDays emptyDays) {
    return new Schedule(
        Frequency.of(row.getString("frequency")).orElseThrow(),
        DayOfWeek.of(row.getShort("weekday")),
        row.getShort("send_hour"),
        ZoneId.of(row.getString("zone")),
        pausedUntil,
        emptyDays);
  }

  private Uni<List<Reader>> due(List<Due> due, UUID after) {
    return pool.preparedQuery(
            SELECT
                + """
                from due
                join subscriber s on s.zone = due.zone and s.send_hour = due.hour
                  and s.frequency = due.frequency and s.weekday = due.weekday
                  and s.status = 'active'
                left join filter f on f.subscriber_id = s.id
                where s.id in (
                  select r.id from due
                    join subscriber r on r.zone = due.zone and r.send_hour = due.hour
                      and r.frequency = due.frequency and r.weekday = due.weekday
                      and r.status = 'active'
                      and (r.paused_until is null or r.paused_until <= due.day)
                  where not exists (
                      select 1 from digest d where d.subscriber_id = r.id and d.day = due.day)
                    and ($6::uuid is null or r.id > $6)
                  order by r.id limit %d)
                order by s.id, f.name, f.id
                """
                    .formatted(PAGE))
        .execute(parameters(due, after))
        .map(rows -> merged(rows.stream().map(Readers::read).toList()));
  }

  private static Tuple parameters(List<Due> due, Object last) {
    return Tuple.of(
        due.stream().map(each -> each.schedule().zone().getId()).toArray(String[]::new),
        due.stream().map(each -> (short) each.schedule().hour()).toArray(Short[]::new),
        due.stream().map(each -> each.schedule().frequency().label()).toArray(String[]::new),
        due.stream()
            .map(each -> (short) each.schedule().weekday().getValue())
            .toArray(Short[]::new),
        due.stream().map(Due::day).toArray(LocalDate[]::new),
        last);
  }

  /**
   * Active readers whatever their schedule.
   *
   * @param day the digest's day; null for each reader's own date
   * @param addressKey of one reader; null for all
   */
  Uni<List<Reader>> active(LocalDate day, String addressKey) {
    Instant now = clock.instant();
    return rhythms()
        .flatMap(
            rhythms -> {
              List<Due> all =
                  rhythms.stream()
                      .map(
                          rhythm ->
                              new Due(
                                  rhythm,
                                  day != null ? day : now.atZone(rhythm.zone()).toLocalDate()))
                      .toList();
              return pool.preparedQuery(
                      SELECT
                          + """
                          from due
                          join subscriber s on s.zone = due.zone and s.send_hour = due.hour
                            and s.frequency = due.frequency and s.weekday = due.weekday
                            and s.status = 'active'
                          left join filter f on f.subscriber_id = s.id
                          where $6::text is null or s.address_key = $6
                          order by s.id, f.name, f.id
                          """)
                  .execute(parameters(all, addressKey))
                  .map(rows -> merged(rows.stream().map(Readers::read).toList()));
            });
  }

  /** Which of these papers the ledger has, by reader; nobody without any is in it. */
  Uni<Map<UUID, Set<String>>> sent(List<UUID> readers, List<String> papers) {
    return pool.preparedQuery(
            """
            select subscriber_id, paper_id from digest_item
            where subscriber_id = any($1) and paper_id = any($2)
            """)
        .execute(Tuple.of(readers.toArray(UUID[]::new), papers.toArray(String[]::new)))
        .map(
            rows -> {
              Map<UUID, Set<String>> sent = new HashMap<>();
              rows.forEach(
                  row ->
                      sent.computeIfAbsent(row.getUUID(0), reader -> new HashSet<>())
                          .add(row.getString(1)));
              return sent;
            });
  }

  /** One row a filter makes one reader. */
  private static List<Reader> merged(List<Reader> rows) {
    List<Reader> readers = new ArrayList<>();
    for (Reader row : rows) {
      if (!readers.isEmpty() && readers.getLast().id().equals(row.id())) {
        readers.add(readers.removeLast().with(row.filters()));
      } else {
        readers.add(row);
      }
    }
    return readers;
  }

  private static Reader read(Row row) {
    return new Reader(
        row.getUUID("id"),
        row.getString("address"),
        row.getInteger("generation"),
        row.getLocalDate("day"),
        schedule(
            row,
            row.getLocalDate("paused_until"),
            EmptyDays.of(row.getString("empty_days")).orElseThrow()),
        row.getLocalDate("last"),
        row.getLocalDate("last_told"),
        row.getBoolean("served"),
        List.of(filter(row)));
  }

  private static ReaderFilter filter(Row row) {
    UUID id = row.getUUID("filter_id");
    return id == null
        ? new ReaderFilter(null, "", Interests.builder().build())
        : new ReaderFilter(
            id,
            row.getString("name"),
            new Interests(
                list(row, "topics"),
                list(row, "categories"),
                list(row, "keywords"),
                list(row, "authors"),
                list(row, "exclusions"),
                list(row, "about"),
                list(row, "examples"),
                row.getDouble("min_trend"),
                row.getShort("dial"),
                row.getShort("max_papers")));
  }

  private static List<String> list(Row row, String column) {
    return Arrays.asList(row.getArrayOfStrings(column));
  }
}
