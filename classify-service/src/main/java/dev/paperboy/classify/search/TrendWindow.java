package dev.paperboy.classify.search;

import java.time.LocalDate;

/** How far back a trending list looks from the business date. */
public enum TrendWindow {
  DAY(1),
  WEEK(7),
  MONTH(30);

  private final int days;

  TrendWindow(int days) {
    this.days = days;
  }

  /** The first announcement date in the window that ends with {@code last}. */
  public LocalDate first(LocalDate last) {
    return last.minusDays(days - 1L);
  }
}
