package dev.paperboy.classify.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days from first to last, both included. */
record DateSpan(LocalDate first, LocalDate last) {
  /**
   * Reads the first that is given.
   *
   * @param day {@code 2026-05-12}
   * @param week ISO week, {@code 2026-W20}
   * @param month {@code 2026-05}
   * @return empty where none is given
   * @throws DateTimeParseException where it cannot be read
   */
  static Optional<DateSpan> of(String day, String week, String month) {
    if (day != null) {
      LocalDate date = LocalDate.parse(day);
      return Optional.of(new DateSpan(date, date));
    }
    if (week != null) {
      LocalDate monday = LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
      return Optional.of(new DateSpan(monday, monday.plusDays(6)));
    }
    if (month != null) {
      YearMonth of = YearMonth.parse(month);
      return Optional.of(new DateSpan(of.atDay(1), of.atEndOfMonth()));
    }
    return Optional.empty();
  }
}
