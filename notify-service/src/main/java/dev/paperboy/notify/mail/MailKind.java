package dev.paperboy.notify.mail;

import dev.paperboy.notify.subscriber.SubscriberStatus;
import jakarta.persistence.EnumeratedValue;
import java.util.EnumSet;
import java.util.Set;

/** What a mail is for, which decides who may still get it when it is sent. */
public enum MailKind {
  /** Asks a pending reader whether they meant it. */
  CONFIRMATION("confirmation", SubscriberStatus.PENDING),
  /** Tells a reader who signs up again that they get digests already. */
  KNOWN("known", SubscriberStatus.ACTIVE),
  /** A link to the preferences, which the reader asked for. */
  PREFERENCES("preferences", SubscriberStatus.ACTIVE),
  /** A link to what is kept of somebody who left, which they asked for. */
  ACCOUNT("account", SubscriberStatus.UNSUBSCRIBED, SubscriberStatus.PENDING),
  /** The reader's papers of the day. */
  DIGEST("digest", SubscriberStatus.ACTIVE),
  /**
   * What a digest would look like now, which the reader asked for; nothing of it counts as sent.
   */
  TEST("test", SubscriberStatus.ACTIVE),
  /** Asks at another address whether digests may go there. */
  CHANGE("change", SubscriberStatus.ACTIVE),
  /** Tells the former address that digests go elsewhere. */
  CHANGED("changed", SubscriberStatus.ACTIVE);

  @EnumeratedValue private final String label;
  private final Set<SubscriberStatus> recipientStatuses;

  MailKind(String label, SubscriberStatus first, SubscriberStatus... others) {
    this.label = label;
    this.recipientStatuses = Set.copyOf(EnumSet.of(first, others));
  }

  /** Its name in the database. */
  public String label() {
    return label;
  }

  /** Whether it goes to the reader's address, so that what a server says of it counts. */
  boolean goesToReader() {
    return this != CHANGE && this != CHANGED;
  }

  /** The reader must have one of them for the mail to leave. */
  Set<SubscriberStatus> recipientStatuses() {
    return recipientStatuses;
  }
}
