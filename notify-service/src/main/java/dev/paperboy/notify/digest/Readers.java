package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the readers whose digest is to be made. */
@ApplicationScoped
class Readers {
  /** Readers handled together; their mails are in memory meanwhile. */
  static final int PAGE = 200;

  private static final String SELECT =
      """
      with due (zone, hour, frequency, weekday, day) as (
        select * from unnest($1::text[], $2::smallint[], $3::text[], $4::smallint[], $5::date[]))
      select s.id, s.address, s.generation, due.day,
        (select max(d.last_announced) from digest d
          where d.subscriber_id = s.id and d.status <> 'failed'),
        exists (select 1 from digest d where d.subscriber_id = s.id and d.day = due.day),
        s.frequency, s.weekday, s.send_hour, s.zone, s.paused_until,
        f.id, f.name, f.topics, f.categories, f.keywords, f.authors, f.exclusions, f.about,
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
            select distinct frequency, weekday, send_hour, zone, null::date
            from subscriber where status = 'active'
            """)
        .execute()
        .map(rows -> rows.stream().map(row -> schedule(row, 0)).toList());
  }

  private static Schedule schedule(Row row, int from) {
    return new Schedule(
        Frequency.of(row.getString(from)).orElseThrow(),
        DayOfWeek.of(row.getShort(from + 1)),
        row.getShort(from + 2),
        ZoneId.of(row.getString(from + 3)),
        row.getLocalDate(from + 4));
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

  /** Whether the ledger has papers of these readers; keys are {@code reader paper}. */
  Uni<Set<String>> sent(List<Reader> readers, List<String> papers) {
    return pool.preparedQuery(
            """
            select subscriber_id, paper_id from digest_item
            where subscriber_id = any($1) and paper_id = any($2)
            """)
        .execute(
            Tuple.of(
                readers.stream().map(Reader::id).toArray(UUID[]::new),
                papers.toArray(String[]::new)))
        .map(
            rows -> {
              Set<String> sent = new LinkedHashSet<>();
              rows.forEach(row -> sent.add(row.getUUID(0) + " " + row.getString(1)));
              return sent;
            });
  }

  /** One row a filter makes one reader. */
  private static List<Reader> merged(List<Reader> rows) {
    List<Reader> readers = new ArrayList<>();
    for (Reader row : rows) {
      if (!readers.isEmpty() && readers.getLast().id().equals(row.id())) {
        Reader before = readers.removeLast();
        readers.add(
            new Reader(
                row.id(),
                row.address(),
                row.generation(),
                row.day(),
                row.schedule(),
                row.last(),
                row.served(),
                Stream.concat(before.filters().stream(), row.filters().stream()).toList()));
      } else {
        readers.add(row);
      }
    }
    return readers;
  }

  private static Reader read(Row row) {
    return new Reader(
        row.getUUID(0),
        row.getString(1),
        row.getInteger(2),
        row.getLocalDate(3),
        schedule(row, 6),
        row.getLocalDate(4),
        row.getBoolean(5),
        List.of(filter(row)));
  }

  private static ReaderFilter filter(Row row) {
    UUID id = row.getUUID(11);
    return id == null
        ? new ReaderFilter(null, "", Interests.builder().build())
        : new ReaderFilter(
            id,
            row.getString(12),
            new Interests(
                list(row, 13),
                list(row, 14),
                list(row, 15),
                list(row, 16),
                list(row, 17),
                list(row, 18),
                list(row, 19),
                row.getDouble(20),
                row.getShort(21),
                row.getShort(22)));
  }

  private static List<String> list(Row row, int column) {
    return Arrays.asList(row.getArrayOfStrings(column));
  }
}
