package dev.paperboy.classify.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * How far back a trending list looks from the latest announcement. The month is that of all counts,
 * and of the shelf of the digests.
 */
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

  /** What a list of this window is called. */
  public String title() {
    return switch (this) {
      case DAY -> "Trending today";
      case WEEK -> "Trending this week";
      case MONTH -> "Trending this month";
    };
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
