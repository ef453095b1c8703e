package dev.paperboy.ingest.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementCalendarTest {
  private final AnnouncementCalendar calendar = AnnouncementCalendar.published();

  @ParameterizedTest
  @CsvSource({
    "2026-05-11, true", // Monday's papers come on Sunday evening
    "2026-05-12, true",
    "2026-05-15, true", // Friday's on Thursday evening
    "2026-05-16, false",
    "2026-05-17, false",
    "2026-01-02, false", // New Year's Day was a Thursday
    "2026-01-19, true", // of the evening before the holiday
    "2026-01-20, false", // of the holiday's own evening
    "2026-05-26, true", // Memorial Day is no holiday of arXiv's
    "2026-06-19, true",
    "2026-06-22, false", // a holiday on a Friday defers Sunday evening
    "2026-11-26, true",
    "2026-11-27, false",
    "2026-12-28, false",
    "2026-12-30, false",
    "2027-01-01, false",
    "2027-01-04, false",
  })
  void announcesSundayToThursdayButOnHolidays(LocalDate date, boolean expected) {
    assertThat(calendar.announces(date)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06, 2026-03-06T01:00:00Z", // standard time
    "2026-03-09, 2026-03-09T00:00:00Z", // the evening of the day on which clocks went forward
    "2026-10-30, 2026-10-30T00:00:00Z",
    "2026-11-02, 2026-11-02T01:00:00Z", // the evening of the day on which clocks went back
  })
  void eightInTheEveningFollowsDaylightSaving(LocalDate date, Instant expected) {
    assertThat(calendar.announcedAt(date)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-12T00:00:00Z, 2026-05-12",
    "2026-05-11T23:59:59Z, 2026-05-11",
    "2026-05-16T12:00:00Z, 2026-05-15",
    "2026-05-17T23:59:59Z, 2026-05-15",
    "2026-05-18T00:00:00Z, 2026-05-18",
    "2026-01-21T00:59:59Z, 2026-01-19", // nothing on the holiday's evening
    "2026-01-21T01:00:00Z, 2026-01-21",
    "2026-06-23T00:00:00Z, 2026-06-23",
    "2026-06-22T12:00:00Z, 2026-06-19",
  })
  void knowsWhatWasAnnouncedLast(Instant at, LocalDate expected) {
    assertThat(calendar.latest(at)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-12, 2026-05-13",
    "2026-05-15, 2026-05-18",
    "2026-06-19, 2026-06-23",
    "2026-12-24, 2026-12-25",
    "2026-12-25, 2026-12-29",
  })
  void knowsWhatComesNext(LocalDate date, LocalDate expected) {
    assertThat(calendar.next(date)).isEqualTo(expected);
  }
}
