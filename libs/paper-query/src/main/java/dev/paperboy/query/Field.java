package dev.paperboy.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field that holds words or names, as a reader writes it before a colon. */
public enum Field {
  TITLE("title"),
  ABSTRACT("abstract"),
  AUTHOR("author"),
  CATEGORY("cat"),
  TOPIC("topic"),
  SOURCE("source"),
  ID("id");

  private final String written;

  Field(String written) {
    this.written = written;
  }

  /** The name in a query, without the colon. */
  public String written() {
    return written;
  }

  static Optional<Field> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.written.equals(lower)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Field::written).toList();
  }
}
