package dev.paperboy.notify.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reader says of a paper. */
public enum MarkKind {
  MORE,
  LESS,
  SAVED;

  /** As forms and the database write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<MarkKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  boolean isLiked() {
    return this != LESS;
  }
}
