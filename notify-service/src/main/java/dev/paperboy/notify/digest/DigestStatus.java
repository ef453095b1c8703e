package dev.paperboy.notify.digest;

import jakarta.persistence.EnumeratedValue;

/** What became of a reader's day. */
public enum DigestStatus {
  /** There is a mail. */
  MAILED("mailed"),
  /** There was nothing to mail; the reason is kept. */
  EMPTY("empty"),
  /** The mail could not be delivered; its papers are free for the next one. */
  FAILED("failed");

  @EnumeratedValue private final String label;

  DigestStatus(String label) {
    this.label = label;
  }

  /** Its name in the database. */
  public String label() {
    return label;
  }
}
