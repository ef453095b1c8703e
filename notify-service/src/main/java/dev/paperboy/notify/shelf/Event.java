package dev.paperboy.notify.shelf;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;

/** What an event of another service speaks of, and in which version. */
interface Event {
  int FIRST_YEAR = 1970;
  int LAST_YEAR = 2199;

  /** The record's key, as the body has it. */
  String key();

  /** Version of the producer's row; only a higher one is news. */
  long seq();

  /**
   * Refuses a body that lacks something.
   *
   * @throws IllegalArgumentException naming what is missing
   */
  static void require(boolean present, String field) {
    if (!present) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }

  /**
   * Refuses a date that no archive ever announced anything on: the shelf would keep it for ever.
   *
   * @throws IllegalArgumentException naming field and date
   */
  static void requireDate(LocalDate date, String field) {
    require(date != null, field);
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(field + " is " + date + ", which is no day of an archive");
    }
  }

  /** Whether a list is there and holds no null. */
  static boolean whole(Collection<?> list) {
    return list != null && list.stream().noneMatch(Objects::isNull);
  }
}
