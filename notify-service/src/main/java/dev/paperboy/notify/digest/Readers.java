package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Interests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
      select s.id, s.address, s.generation, due.day,
        (select max(d.last_announced) from digest d
          where d.subscriber_id = s.id and d.status <> 'failed'),
        exists (select 1 from digest d where d.subscriber_id = s.id and d.day = due.day),
        f.topics, f.categories, f.keywords, f.max_papers
      """;

  private final Pool pool;
  private final Clock clock;

  Readers(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** An hour of a time zone at which some reader's mail is sent, and the day it is due for. */
  private record Due(String zone, short hour, LocalDate day) {}

  /**
   * Active readers whose hour has come and who have no digest of their day.
   *
   * @param after the last reader of the page before; null for the first page
   */
  Uni<List<Reader>> due(UUID after) {
    Instant now = clock.instant();
    return hours()
        .flatMap(
            hours -> {
              List<Due> due =
                  hours.stream()
                      .flatMap(
                          hour ->
                              DigestCalendar.due(ZoneId.of(hour.zone()), hour.hour(), now).stream()
                                  .map(day -> new Due(hour.zone(), hour.hour(), day)))
                      .toList();
              return due.isEmpty() ? Uni.createFrom().item(List.of()) : due(due, after);
            });
  }

  private Uni<List<Due>> hours() {
    return pool.query("select distinct zone, send_hour from subscriber where status = 'active'")
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Due(row.getString(0), row.getShort(1), null))
                    .toList());
  }

  private Uni<List<Reader>> due(List<Due> due, UUID after) {
    return pool.preparedQuery(
            SELECT
                + """
                from unnest($1::text[], $2::smallint[], $3::date[]) as due (zone, hour, day)
                join subscriber s on s.zone = due.zone and s.send_hour = due.hour
                  and s.status = 'active'
                left join filter f on f.subscriber_id = s.id
                where s.id in (
                  select r.id from unnest($1::text[], $2::smallint[], $3::date[])
                      as due (zone, hour, day)
                    join subscriber r on r.zone = due.zone and r.send_hour = due.hour
                      and r.status = 'active'
                  where not exists (
                      select 1 from digest d where d.subscriber_id = r.id and d.day = due.day)
                    and ($4::uuid is null or r.id > $4)
                  order by r.id limit %d)
                order by s.id
                """
                    .formatted(PAGE))
        .execute(
            Tuple.of(
                due.stream().map(Due::zone).toArray(String[]::new),
                due.stream().map(Due::hour).toArray(Short[]::new),
                due.stream().map(Due::day).toArray(LocalDate[]::new),
                after))
        .map(rows -> merged(rows.stream().map(Readers::read).toList()));
  }

  /**
   * Active readers whatever their hour.
   *
   * @param day the digest's day; null for each reader's own date
   * @param addressKey of one reader; null for all
   */
  Uni<List<Reader>> active(LocalDate day, String addressKey) {
    Instant now = clock.instant();
    return hours()
        .flatMap(
            hours -> {
              List<Due> all =
                  hours.stream()
                      .map(
                          hour ->
                              new Due(
                                  hour.zone(),
                                  hour.hour(),
                                  day != null
                                      ? day
                                      : now.atZone(ZoneId.of(hour.zone())).toLocalDate()))
                      .toList();
              return pool.preparedQuery(
                      SELECT
                          + """
                          from unnest($1::text[], $2::smallint[], $3::date[])
                            as due (zone, hour, day)
                          join subscriber s on s.zone = due.zone and s.send_hour = due.hour
                            and s.status = 'active'
                          left join filter f on f.subscriber_id = s.id
                          where $4::text is null or s.address_key = $4
                          order by s.id
                          """)
                  .execute(
                      Tuple.of(
                          all.stream().map(Due::zone).toArray(String[]::new),
                          all.stream().map(Due::hour).toArray(Short[]::new),
                          all.stream().map(Due::day).toArray(LocalDate[]::new),
                          addressKey))
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
                row.last(),
                row.served(),
                both(before.interests(), row.interests())));
      } else {
        readers.add(row);
      }
    }
    return readers;
  }

  private static Interests both(Interests one, Interests other) {
    return new Interests(
        joined(one.topics(), other.topics()),
        joined(one.categories(), other.categories()),
        joined(one.keywords(), other.keywords()),
        Math.max(one.maxPapers(), other.maxPapers()));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private static Reader read(Row row) {
    Short most = row.getShort(9);
    return new Reader(
        row.getUUID(0),
        row.getString(1),
        row.getInteger(2),
        row.getLocalDate(3),
        row.getLocalDate(4),
        row.getBoolean(5),
        new Interests(
            list(row.getArrayOfStrings(6)),
            list(row.getArrayOfStrings(7)),
            list(row.getArrayOfStrings(8)),
            most == null ? Interests.USUAL_PAPERS : most));
  }

  private static List<String> list(String[] array) {
    return array == null ? List.of() : Arrays.asList(array);
  }
}
