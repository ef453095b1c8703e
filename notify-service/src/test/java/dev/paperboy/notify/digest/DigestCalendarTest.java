package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestCalendarTest {
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
    assertThat(DigestCalendar.due(zone, hour, now)).isEqualTo(java.util.Optional.ofNullable(due));
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
    List<LocalDate> days = new ArrayList<>();
    Instant end = Instant.parse("2027-01-03T00:00:00Z");
    for (Instant now = Instant.parse("2025-12-30T00:00:00Z");
        now.isBefore(end);
        now = now.plus(Duration.ofMinutes(10))) {
      DigestCalendar.due(zone, hour, now)
          .filter(day -> days.isEmpty() || !day.equals(days.getLast()))
          .ifPresent(days::add);
    }
    List<LocalDate> year = days.stream().filter(day -> day.getYear() == 2026).toList();
    assertThat(year)
        .containsExactlyElementsOf(
            LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).toList());
  }

  @Test
  void aDayThatAZoneSkippedIsNeverDue() {
    // Samoa went from 29 to 31 December 2011 across the date line.
    assertThat(
            DigestCalendar.due(ZoneId.of("Pacific/Apia"), 7, Instant.parse("2011-12-30T17:00:00Z")))
        .contains(LocalDate.of(2011, 12, 31));
  }
}
