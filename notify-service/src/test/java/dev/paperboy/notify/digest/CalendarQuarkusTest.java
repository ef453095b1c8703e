package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.notify.Arrivals;
import dev.paperboy.notify.Events;
import dev.paperboy.notify.MovingClock;
import dev.paperboy.notify.MovingDays;
import dev.paperboy.notify.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The planner as the hours go by: one digest for each reader and local day that has one, and each
 * announced paper once. It prints the days as a table: the new papers of each digest, «–» where the
 * day was empty, «.» where there is none.
 */
@QuarkusTest
@TestProfile(MovingDays.class)
class CalendarQuarkusTest {
  private static final int A_DAY = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("EEdd", Locale.UK);

  private static final String SENT = "select count(*) from digest_item where subscriber_id = ?";

  /** Announced between the first paper that a reader got and the last date served, and not sent. */
  private static final String MISSED =
      """
      select count(*) from shelf
      where announced between
          (select min(announced) from digest_item join shelf using (paper_id) where subscriber_id = ?)
          and (select max(last_announced) from digest where subscriber_id = ?)
        and paper_id not in (select paper_id from digest_item where subscriber_id = ?)
      """;

  @Inject DigestPlanner planner;
  @Inject InContext context;

  /**
   * A reader of the table.
   *
   * @param frequency as the database has it
   * @param pause days of rest behind the first day; 0 for none
   */
  private record Row(UUID id, String zone, int hour, String frequency, int weekday, int pause) {
    static Row of(String zone, int hour, String frequency, int weekday, int pause) {
      return new Row(UUID.randomUUID(), zone, hour, frequency, weekday, pause);
    }

    String name() {
      return "%s %02d:00 %s%s"
          .formatted(
              zone,
              hour,
              frequency.equals("weekly") ? "weekly " + DayOfWeek.of(weekday) : frequency,
              pause == 0 ? "" : " paused " + pause);
    }

    boolean wants(LocalDate day, LocalDate first) {
      boolean rests = day.isAfter(first) && !day.isAfter(first.plusDays(pause));
      return !rests
          && switch (frequency) {
            case "daily" -> true;
            case "weekdays" -> day.getDayOfWeek().getValue() < 6;
            case "weekly" -> day.getDayOfWeek().getValue() == weekday;
            default -> false;
          };
    }

    /** The local days whose hour comes between two instants, or has come at the first. */
    List<LocalDate> days(Instant from, Instant to) {
      ZoneId local = ZoneId.of(zone);
      LocalDate first = from.atZone(local).toLocalDate();
      return first
          .datesUntil(to.atZone(local).toLocalDate().plusDays(1))
          .filter(day -> wants(day, from.atZone(ZoneOffset.UTC).toLocalDate()))
          .filter(
              day -> !ZonedDateTime.of(day, LocalTime.of(hour, 0), local).toInstant().isAfter(to))
          .toList();
    }
  }

  private static List<Row> readers() {
    return List.of(
        Row.of("Pacific/Pago_Pago", 7, "daily", 1, 0),
        Row.of("Pacific/Pago_Pago", 23, "daily", 1, 0),
        Row.of("America/New_York", 2, "daily", 1, 0),
        Row.of("America/New_York", 1, "weekdays", 1, 0),
        Row.of("UTC", 0, "daily", 1, 0),
        Row.of("UTC", 7, "daily", 1, 4),
        Row.of("UTC", 12, "off", 1, 0),
        Row.of("Europe/Berlin", 2, "daily", 1, 0),
        Row.of("Europe/Berlin", 7, "weekdays", 1, 0),
        // Clocks change on Sundays.
        Row.of("Europe/Berlin", 2, "weekly", 7, 0),
        Row.of("Asia/Kathmandu", 7, "weekly", 2, 0),
        Row.of("Australia/Lord_Howe", 2, "daily", 1, 0),
        Row.of("Pacific/Kiritimati", 0, "daily", 1, 0),
        Row.of("Pacific/Kiritimati", 23, "weekdays", 1, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "clocks go forward in America,  2026-03-06, 2026-03-11,",
    "clocks go forward in Europe,   2026-03-27, 2026-04-02,",
    // What arXiv announced in these weeks: nothing on the Monday behind Juneteenth.
    "a weekend and a holiday,       2026-06-17, 2026-06-25, 2026-06-22",
    "clocks go back in both,        2026-10-23, 2026-11-03,",
  })
  void everyReaderHasOneDigestForEachLocalDayThatHasOne(
      String what, LocalDate first, LocalDate last, LocalDate holiday) throws Exception {
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = last.atTime(23, 0).toInstant(ZoneOffset.UTC);
    MovingClock.set(from);
    Arrivals.nothing();
    List<Row> readers = readers();
    readers.forEach(CalendarQuarkusTest::subscribe);
    List<LocalDate> announced = new ArrayList<>();
    for (Instant now = from; !now.isAfter(to); now = now.plus(Duration.ofHours(1))) {
      MovingClock.set(now);
      LocalDate date = now.atZone(ZoneOffset.UTC).toLocalDate();
      // Papers are there when it is midnight in London: a day's are announced the evening before.
      if (now.atZone(ZoneOffset.UTC).getHour() == 0
          && date.getDayOfWeek().getValue() < 6
          && !date.equals(holiday)) {
        announce(date);
        announced.add(date);
      }
      if (now.equals(from.plus(Duration.ofDays(1)))) {
        readers.forEach(reader -> pause(reader, first));
      }
      context.run(planner::plan).await().atMost(PATIENCE);
    }

    print(what, first, last, readers);
    for (Row reader : readers) {
      if (reader.days(from, to).isEmpty()) {
        assertThat(digests(reader)).as(reader.name()).isEmpty();
        continue;
      }
      assertThat(digests(reader).keySet())
          .as(reader.name())
          .containsExactlyElementsOf(reader.days(from, to));
      assertThat(Rows.count(SENT, reader.id())).as("papers of %s", reader.name()).isPositive();
      assertThat(Rows.count(MISSED, reader.id(), reader.id(), reader.id()))
          .as("papers that %s never got", reader.name())
          .isZero();
    }
    assertThat(Rows.count("select count(*) from mail where kind = 'digest'"))
        .isEqualTo(
            Rows.count(
                "select count(*) from digest d where status = 'mailed' or exists"
                    + " (select 1 from mail m where m.digest_id = d.id)"));
  }

  private static void subscribe(Row reader) {
    Rows.change(
        """
        insert into subscriber (id, address, address_key, status, zone, send_hour, frequency, weekday,
          created_at)
        values (?, ?, ?, 'active', ?, ?, ?, ?, now())
        """,
        reader.id(),
        reader.id() + "@example.org",
        reader.id() + "@example.org",
        reader.zone(),
        reader.hour(),
        reader.frequency(),
        reader.weekday());
  }

  private static void pause(Row reader, LocalDate first) {
    if (reader.pause() > 0) {
      Rows.change(
          "update subscriber set paused_until = ?::date where id = ?",
          first.plusDays(reader.pause() + 1).toString(),
          reader.id());
    }
  }

  /** As the topics would bring it. */
  private static void announce(LocalDate date) {
    for (int i = 1; i <= A_DAY; i++) {
      String id =
          "arxiv:%02d%02d.%02d%03d"
              .formatted(date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth(), i);
      ObjectNode paper = Events.paper(id);
      paper.put("announced", date.toString()).put("updated", date.toString());
      paper.remove("vector");
      Rows.change(
          "insert into shelf (paper_id, seq, announced, body, encoder, vector)"
              + " values (?, 1, ?::date, ?::jsonb, '', '')",
          id,
          date.toString(),
          paper.toString());
    }
    Rows.change(
        """
        insert into source_status (source, seq, verdict, detail, days)
        values ('arxiv', 1, 'fresh', 'All is there.', jsonb_build_array(?::jsonb))
        on conflict (source) do update set days = source_status.days || excluded.days
        """,
        "{\"date\": \"%s\", \"announced\": %d, \"complete\": true}".formatted(date, A_DAY));
  }

  private static Map<LocalDate, String> digests(Row reader) {
    Map<LocalDate, String> digests = new TreeMap<>();
    String rows =
        Rows.one(
            """
            select string_agg(day || '=' || case status when 'mailed' then papers::text else '–' end, ' ')
            from digest where subscriber_id = ?
            """,
            reader.id());
    if (rows != null) {
      for (String row : rows.split(" ")) {
        String[] parts = row.split("=");
        assertThat(digests.put(LocalDate.parse(parts[0]), parts[1])).as("twice " + row).isNull();
      }
    }
    return digests;
  }

  private static void print(String what, LocalDate first, LocalDate last, List<Row> readers) {
    List<LocalDate> columns = first.minusDays(1).datesUntil(last.plusDays(2)).toList();
    StringBuilder table = new StringBuilder("%n%s%n%-42s".formatted(what, ""));
    columns.forEach(day -> table.append("%6s".formatted(COLUMN.format(day))));
    for (Row reader : readers) {
      Map<LocalDate, String> digests = digests(reader);
      table.append("%n%-42s".formatted(reader.name()));
      columns.forEach(
          day -> table.append("%6s".formatted(Objects.requireNonNullElse(digests.get(day), "."))));
    }
    System.out.println(table);
  }
}
