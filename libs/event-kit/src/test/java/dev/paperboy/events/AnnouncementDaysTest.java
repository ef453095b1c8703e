package dev.paperboy.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementDaysTest {
  @ParameterizedTest
  @CsvSource({
    "2026-05-12, 2026-05-12, 0",
    "2026-05-12, 2026-05-13, 1",
    "2026-05-15, 2026-05-17, 0",
    "2026-05-15, 2026-05-18, 1",
    "2026-05-16, 2026-05-18, 1",
    "2026-05-12, 2026-05-11, 0",
    "2026-05-12, 2026-06-12, 23",
  })
  void countsWeekdaysAfterTheFirst(LocalDate from, LocalDate to, int expected) {
    assertEquals(expected, AnnouncementDays.between(from, to));
  }

  @Test
  void agreesWithCountingDayByDay() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
      LocalDate to = from.plusDays(random.nextInt(200));
      long slow =
          from.plusDays(1).datesUntil(to.plusDays(1)).filter(AnnouncementDays::announces).count();
      assertEquals(slow, AnnouncementDays.between(from, to), from + " to " + to);
    }
  }
}
