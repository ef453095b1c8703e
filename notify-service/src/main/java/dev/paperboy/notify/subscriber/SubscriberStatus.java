package dev.paperboy.notify.subscriber;

import jakarta.persistence.EnumeratedValue;

/** Where a reader stands. */
public enum SubscriberStatus {
  /** Has not answered the confirmation mail. */
  PENDING("pending"),
  /** Gets digests. */
  ACTIVE("active"),
  /** Left; may come back. */
  UNSUBSCRIBED("unsubscribed"),
  /** The address refuses mail; nothing is sent there again. */
  SUPPRESSED("suppressed");

  @EnumeratedValue private final String label;

  SubscriberStatus(String label) {
    this.label = label;
  }

  /** Its name in the database. */
  public String label() {
    return label;
  }
}
