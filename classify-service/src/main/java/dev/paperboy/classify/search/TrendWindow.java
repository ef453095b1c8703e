package dev.paperboy.classify.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** How far back a trending list looks from the business date. */
public enum TrendWindow {
  DAY(1),
  WEEK(7),
  MONTH(30);

  private final int days;

  TrendWindow(int days) {
    this.days = days;
  }

  /** The window of that name in an address; what is none is the day. */
  public static TrendWindow named(String text) {
    return Arrays.stream(values())
        .filter(window -> window.value().equals(text))
        .findFirst()
        .orElse(DAY);
  }

  /** Its name in addresses. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first announcement date in the window that ends with {@code last}. */
  public LocalDate first(LocalDate last) {
    return last.minusDays(days - 1L);
  }
}
