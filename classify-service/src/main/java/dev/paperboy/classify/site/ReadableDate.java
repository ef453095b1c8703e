package dev.paperboy.classify.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the site writes them. */
final class ReadableDate {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  private ReadableDate() {}

  /** Tuesday 12 May 2026. */
  static String withWeekday(LocalDate date) {
    return LONG.format(date);
  }

  /** The date of today, and that of the newest papers where it is another; null for none. */
  static String upTo(LocalDate today, LocalDate newest) {
    return newest == null || newest.equals(today)
        ? withWeekday(today)
        : withWeekday(today) + ", newest papers of " + brief(newest);
  }

  /** 12 May 2026. */
  static String brief(LocalDate date) {
    return SHORT.format(date);
  }
}
