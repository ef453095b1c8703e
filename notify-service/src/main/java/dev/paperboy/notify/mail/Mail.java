package dev.paperboy.notify.mail;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A mail in the outbox, written in the transaction of its cause. From then on its state is {@link
 * MailStore}'s. Times are real.
 */
@Entity
@Table(name = "mail")
public class Mail extends PanacheEntityBase {
  @Id public UUID id;

  @Enumerated(EnumType.STRING)
  public MailKind kind;

  @Column(name = "subscriber_id")
  public UUID subscriberId;

  /** Null where the mail is no digest. */
  @Column(name = "digest_id")
  public UUID digestId;

  @Column(name = "message_id")
  public String messageId;

  /** Null where it goes to the reader's address as it is when it is sent. */
  public String recipient;

  public String subject;

  /** Empty where it was dropped; see {@link #bodiless}. */
  public String html;

  @Column(name = "body_text")
  public String text;

  /** Whether the mail is so old that only its fact is kept. */
  public boolean bodiless;

  /** Further header fields, text by name. */
  @JdbcTypeCode(SqlTypes.JSON)
  public Map<String, String> headers;

  @Enumerated(EnumType.STRING)
  public MailStatus status;

  @Column(name = "next_attempt")
  public Instant nextAttempt;

  @Column(name = "created_at")
  public Instant createdAt;

  /** Null until sent. */
  @Column(name = "sent_at")
  public Instant sentAt;

  /**
   * A mail to be sent at once.
   *
   * @param occasion what makes it one of its kind for the reader, such as a digest's day: the same
   *     occasion gives the same Message-ID
   * @param domain of the Message-ID
   */
  public static Mail of(
      MailKind kind,
      UUID subscriber,
      String occasion,
      String domain,
      Letter letter,
      Instant created) {
    Mail mail = new Mail();
    mail.id =
        UUID.nameUUIDFromBytes(
            (kind.label() + '/' + subscriber + '/' + occasion).getBytes(StandardCharsets.UTF_8));
    mail.kind = kind;
    mail.subscriberId = subscriber;
    mail.messageId = "<%s@%s>".formatted(mail.id, domain);
    mail.subject = letter.subject();
    mail.html = letter.html();
    mail.text = letter.text();
    mail.headers = letter.headers();
    mail.status = MailStatus.QUEUED;
    mail.nextAttempt = created;
    mail.createdAt = created;
    return mail;
  }
}
