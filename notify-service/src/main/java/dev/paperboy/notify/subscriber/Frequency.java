package dev.paperboy.notify.subscriber;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Optional;

/** How often a reader wants a digest. */
public enum Frequency {
  DAILY("daily"),
  /** Monday to Friday. */
  WEEKDAYS("weekdays"),
  /** On one day of the week. */
  WEEKLY("weekly"),
  /** Not for the time being; the subscription stays. */
  OFF("off");

  @EnumeratedValue private final String label;

  Frequency(String label) {
    this.label = label;
  }

  /** Its name in the database and in forms. */
  public String label() {
    return label;
  }

  /** The one of that name. */
  public static Optional<Frequency> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }
}
