package dev.paperboy.notify.shelf;

/** Says which part of an event is missing. */
final class Required {
  private Required() {}

  static void that(boolean present, String field) {
    if (!present) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }
}
