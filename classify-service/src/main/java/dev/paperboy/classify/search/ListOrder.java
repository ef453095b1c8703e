package dev.paperboy.classify.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What comes first in a list. */
public enum ListOrder {
  /** Best match, equal ones by trend. */
  RELEVANCE,
  /** Highest trend score at the business date. */
  TREND,
  /** Latest announcement, those of a day by trend. */
  DATE;

  /** The order of that name in an address. */
  public static Optional<ListOrder> named(String text) {
    return Arrays.stream(values()).filter(order -> order.value().equals(text)).findFirst();
  }

  /** Its name in addresses. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
