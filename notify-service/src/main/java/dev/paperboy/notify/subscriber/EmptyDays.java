package dev.paperboy.notify.subscriber;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Optional;

/** Whether a reader wants a mail that says why there is nothing. */
public enum EmptyDays {
  NEVER("never"),
  /** Once in seven days at most. */
  WEEKLY("weekly"),
  ALWAYS("always");

  @EnumeratedValue private final String label;

  EmptyDays(String label) {
    this.label = label;
  }

  /** Its name in the database and in forms. */
  public String label() {
    return label;
  }

  /** The one of that name. */
  public static Optional<EmptyDays> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }
}
