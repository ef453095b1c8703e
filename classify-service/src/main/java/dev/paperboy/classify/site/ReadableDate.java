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

  /** 12 May 2026. */
  static String brief(LocalDate date) {
    return SHORT.format(date);
  }
}
