package dev.paperboy.notify.mail;

import dev.paperboy.notify.subscriber.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Turns a mail into a MIME message: text and HTML as alternatives, both UTF-8. */
final class MimeWriting {
  private static final String CHARSET = "UTF-8";

  private MimeWriting() {}

  /**
   * The message, complete and not to be changed.
   *
   * @param now real time, for the Date field
   * @throws IllegalArgumentException where an address or header field could span lines
   */
  static MimeMessage message(OpenMail mail, InternetAddress from, Session session, Instant now)
      throws MessagingException {
    HeaderText.check("To", mail.recipient());
    HeaderText.check("Subject", mail.subject());
    HeaderText.check("Message-ID", mail.messageId());
    mail.headers().forEach(HeaderText::check);
    MimeMessage message = new OwnMessageId(session, mail.messageId());
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), CHARSET);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(mail.text(), "plain"));
    parts.addBodyPart(part(mail.html(), "html"));
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  /** A mail that only shows that mails arrive. */
  static MimeMessage test(Address to, InternetAddress from, Session session, Instant now)
      throws MessagingException {
    String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    MimeMessage message =
        new OwnMessageId(session, "<test." + UUID.randomUUID() + "@" + domain + ">");
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text(), true));
    message.setSubject("Paperboy can send mail", CHARSET);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(
        """
        This mail was asked for by the operator of a Paperboy, to see whether its mails arrive.
        They do. There is nothing to answer or to confirm.
        """,
        CHARSET);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, CHARSET, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** Angus writes a Message-ID of its own with every save. */
  private static final class OwnMessageId extends MimeMessage {
    private final String id;

    OwnMessageId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
