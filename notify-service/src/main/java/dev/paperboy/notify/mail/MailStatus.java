package dev.paperboy.notify.mail;

import jakarta.persistence.EnumeratedValue;

/** Where a mail stands. */
public enum MailStatus {
  /** To be sent, now or later. */
  QUEUED("queued"),
  /** A sender is at it, or was when it died: the server may have it. */
  SENDING("sending"),
  /** The server has it. */
  SENT("sent"),
  /** Given up. */
  FAILED("failed"),
  /** The server may have it, and nobody can tell. */
  UNCERTAIN("uncertain");

  @EnumeratedValue private final String label;

  MailStatus(String label) {
    this.label = label;
  }

  /** Its name in the database. */
  public String label() {
    return label;
  }
}
