package dev.paperboy.notify.shelf;

import java.util.Collection;
import java.util.Objects;

/** What an event of another service speaks of, and in which version. */
interface Event {
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

  /** Whether a list is there and holds no null. */
  static boolean whole(Collection<?> list) {
    return list != null && list.stream().noneMatch(Objects::isNull);
  }
}
