package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestCalendarTest {
  private static Schedule daily(ZoneId zone, int hour) {
    return new Schedule(Frequency.DAILY, DayOfWeek.MONDAY, hour, zone, null);
  }

  /** Each day that is due as the clock goes from before 2026 to behind it, once. */
  private static List<LocalDate> duringTheYear(Schedule schedule) {
    List<LocalDate> days = new ArrayList<>();
    Instant end = Instant.parse("2027-01-03T00:00:00Z");
    for (Instant now = Instant.parse("2025-12-30T00:00:00Z");
        now.isBefore(end);
        now = now.plus(Duration.ofMinutes(10))) {
      DigestCalendar.due(schedule, now)
          .filter(day -> days.isEmpty() || !day.equals(days.getLast()))
          .ifPresent(days::add);
    }
    return days.stream().filter(day -> day.getYear() == 2026).toList();
  }

  private static Stream<LocalDate> year() {
    return LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,7,2026-05-12T06:59:59Z,",
    "UTC,7,2026-05-12T07:00:00Z,2026-05-12",
    "UTC,7,2026-05-12T23:59:59Z,2026-05-12",
    "UTC,0,2026-05-12T00:00:00Z,2026-05-12",
    "UTC,23,2026-05-12T22:59:59Z,",
    // The farthest zones: the day is the reader's, not ours.
    "Pacific/Kiritimati,7,2026-05-11T17:00:00Z,2026-05-12",
    "Pacific/Kiritimati,7,2026-05-11T16:59:59Z,",
    "Pacific/Pago_Pago,7,2026-05-12T18:00:00Z,2026-05-12",
    "Pacific/Pago_Pago,7,2026-05-12T17:59:59Z,",
    "Asia/Kathmandu,7,2026-05-12T01:15:00Z,2026-05-12",
    // Clocks go forward: 02:00 does not happen on this day and comes at 03:00.
    "Europe/Berlin,2,2026-03-29T00:59:59Z,",
    "Europe/Berlin,2,2026-03-29T01:00:00Z,2026-03-29",
    // Clocks go back: 02:00 happens twice and counts the first time.
    "Europe/Berlin,2,2026-10-24T23:59:59Z,",
    "Europe/Berlin,2,2026-10-25T00:00:00Z,2026-10-25",
    "Europe/Berlin,2,2026-10-25T01:00:00Z,2026-10-25",
    // Midnight itself does not happen.
    "America/Santiago,0,2026-09-06T03:59:59Z,2026-09-05",
    "America/Santiago,0,2026-09-06T04:00:00Z,2026-09-06",
    // Clocks go back by half an hour.
    "Australia/Lord_Howe,2,2026-04-04T15:29:59Z,",
    "Australia/Lord_Howe,2,2026-04-04T15:30:00Z,2026-04-05",
  })
  void theDayIsDueOnceItsHourHasCome(ZoneId zone, int hour, Instant now, LocalDate due) {
    assertThat(DigestCalendar.due(daily(zone, hour), now)).isEqualTo(Optional.ofNullable(due));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,2",
    "America/New_York,1",
    "America/Santiago,0",
    "Pacific/Kiritimati,23",
    "Pacific/Pago_Pago,0",
    "Australia/Lord_Howe,2",
    "Africa/Casablanca,2",
  })
  void everyDayOfAYearIsDueAndNoneGoesBack(ZoneId zone, int hour) {
    assertThat(duringTheYear(daily(zone, hour))).containsExactlyElementsOf(year().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,2",
    "America/New_York,2",
    "Pacific/Kiritimati,0",
    "Pacific/Pago_Pago,23",
    "Australia/Lord_Howe,2",
  })
  void schedulesHaveTheirDaysWhateverTheClocksDo(ZoneId zone, int hour) {
    for (Frequency frequency : Frequency.values()) {
      List<LocalDate> expected =
          year()
              .filter(
                  day ->
                      switch (frequency) {
                        case DAILY -> true;
                        case WEEKDAYS -> !Set.of("SATURDAY", "SUNDAY").contains(weekday(day));
                        // Clocks change on Sundays.
                        case WEEKLY -> weekday(day).equals("SUNDAY");
                        case OFF -> false;
                      })
              .toList();
      assertThat(duringTheYear(new Schedule(frequency, DayOfWeek.SUNDAY, hour, zone, null)))
          .as("%s", frequency)
          .containsExactlyElementsOf(expected);
    }
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().name();
  }

  @ParameterizedTest
  @CsvSource({
    // The day before, the pause's end itself, and behind it; the day is the reader's.
    "DAILY,UTC,2026-05-13T12:00:00Z,",
    "DAILY,UTC,2026-05-14T06:59:00Z,",
    "DAILY,UTC,2026-05-14T07:00:00Z,2026-05-14",
    "DAILY,Pacific/Kiritimati,2026-05-13T16:59:00Z,",
    "DAILY,Pacific/Kiritimati,2026-05-13T17:00:00Z,2026-05-14",
    "DAILY,Pacific/Pago_Pago,2026-05-14T10:59:00Z,",
    "DAILY,Pacific/Pago_Pago,2026-05-14T18:00:00Z,2026-05-14",
    // A pause until a Thursday: the Monday after is the first one of who reads on Mondays.
    "WEEKLY,UTC,2026-05-14T12:00:00Z,",
    "WEEKLY,UTC,2026-05-18T12:00:00Z,2026-05-18",
    "WEEKDAYS,UTC,2026-05-14T12:00:00Z,2026-05-14",
    "WEEKDAYS,UTC,2026-05-16T12:00:00Z,",
    "OFF,UTC,2026-05-18T12:00:00Z,",
  })
  void aPauseLastsUntilItsDay(Frequency frequency, ZoneId zone, Instant now, LocalDate due) {
    Schedule schedule =
        new Schedule(frequency, DayOfWeek.MONDAY, 7, zone, LocalDate.of(2026, 5, 14));

    assertThat(DigestCalendar.due(schedule, now)).isEqualTo(Optional.ofNullable(due));
  }

  @Test
  void aDayThatAZoneSkippedIsNeverDue() {
    // Samoa went from 29 to 31 December 2011 across the date line.
    assertThat(
            DigestCalendar.due(
                daily(ZoneId.of("Pacific/Apia"), 7), Instant.parse("2011-12-30T17:00:00Z")))
        .contains(LocalDate.of(2011, 12, 31));
  }
}
