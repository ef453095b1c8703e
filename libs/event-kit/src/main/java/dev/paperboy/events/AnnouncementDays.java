package dev.paperboy.events;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Counts the days on which archives announce papers: weekdays, so that a weekend ages nothing. */
public final class AnnouncementDays {
  private AnnouncementDays() {}

  /** Whether papers are announced on {@code date}. */
  public static boolean announces(LocalDate date) {
    return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }

  /**
   * Announcement days after {@code from}, up to and including {@code to}; 0 where {@code to} is not
   * later.
   */
  public static int between(LocalDate from, LocalDate to) {
    if (!to.isAfter(from)) {
      return 0;
    }
    long days = ChronoUnit.DAYS.between(from, to);
    int count = (int) (days / 7) * 5;
    LocalDate rest = from.plusDays(days / 7 * 7);
    while (rest.isBefore(to)) {
      rest = rest.plusDays(1);
      if (announces(rest)) {
        count++;
      }
    }
    return count;
  }
}
