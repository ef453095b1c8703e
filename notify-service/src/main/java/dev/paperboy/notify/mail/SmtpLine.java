package dev.paperboy.notify.mail;

import dev.paperboy.notify.mail.Delivery.Stage;
import dev.paperboy.notify.subscriber.Address;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * A connection to the mail server, kept over many mails. Blocks; one mail at a time.
 *
 * <p>Every end of an attempt is a {@link Delivery}; nothing is thrown.
 */
@Singleton
class SmtpLine {
  /** An operator waits for it. */
  private static final Duration TEST_PATIENCE = Duration.ofSeconds(10);

  private final SmtpConfig config;
  private final Sender sender;
  private final Session session;
  private final Clock clock = Clock.systemUTC();
  private StagedTransport transport;

  SmtpLine(SmtpConfig config, Sender sender) {
    this.config = config;
    this.sender = sender;
    this.session = Session.getInstance(settings(config, config.timeout()));
  }

  synchronized Delivery deliver(OpenMail mail) {
    MimeMessage message;
    try {
      message = MimeWriting.message(mail, sender.from(), session, clock.instant());
    } catch (MessagingException | IllegalArgumentException e) {
      return new Delivery(Delivery.Outcome.REFUSED, "cannot be written: " + e.getMessage());
    }
    StagedTransport line;
    try {
      line = connected();
    } catch (MessagingException e) {
      close();
      return Delivery.noLine(MailTrouble.of(e, config.host() + ":" + config.port(), config));
    }
    Stage stage = Stage.ENVELOPE;
    try {
      line.begin();
      try {
        line.sendMessage(message, message.getAllRecipients());
      } finally {
        stage = line.stage();
      }
      return Delivery.sent(line.getLastServerResponse());
    } catch (MessagingException e) {
      return failed(stage, e);
    }
  }

  /**
   * Hands a small mail over by a connection of its own, and does not wait for mails on their way.
   *
   * @return what the server said last
   * @throws MessagingException where it was not taken
   */
  String test(Address to) throws MessagingException {
    Session own = Session.getInstance(settings(config, shorter(config.timeout(), TEST_PATIENCE)));
    MimeMessage message = MimeWriting.test(to, sender.from(), own, clock.instant());
    try (StagedTransport fresh = new StagedTransport(own)) {
      connect(fresh);
      fresh.sendMessage(message, message.getAllRecipients());
      return fresh.getLastServerResponse().strip();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Ends the connection politely; the next mail makes another. */
  synchronized void close() {
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException e) {
        // It is gone either way.
      }
      transport = null;
    }
  }

  private StagedTransport connected() throws MessagingException {
    if (transport == null || !transport.isConnected()) {
      close();
      StagedTransport fresh = new StagedTransport(session);
      connect(fresh);
      transport = fresh;
    }
    return transport;
  }

  private void connect(StagedTransport fresh) throws MessagingException {
    fresh.connect(
        config.host(),
        config.port(),
        config.username().orElse(null),
        config.password().orElse(null));
  }

  private Delivery failed(Stage stage, MessagingException e) {
    Exception cause = e;
    while (cause != null) {
      int code =
          switch (cause) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> -1;
          };
      if (code >= 400) {
        Stage at = cause instanceof SMTPAddressFailedException ? Stage.RECIPIENT : stage;
        if (code == 421) {
          close();
        }
        return Delivery.answered(at, code, cause.getMessage());
      }
      cause = cause instanceof MessagingException chained ? chained.getNextException() : null;
    }
    close();
    return Delivery.lost(stage, e.getClass().getSimpleName() + ": " + e.getMessage());
  }

  private static Properties settings(SmtpConfig config, Duration timeout) {
    String millis = Long.toString(timeout.toMillis());
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.connectiontimeout", millis);
    settings.setProperty("mail.smtp.timeout", millis);
    settings.setProperty("mail.smtp.writetimeout", millis);
    settings.setProperty("mail.smtp.auth", Boolean.toString(config.username().isPresent()));
    settings.setProperty(
        "mail.smtp.starttls.enable",
        Boolean.toString(config.starttls() != SmtpConfig.Starttls.OFF));
    settings.setProperty(
        "mail.smtp.starttls.required",
        Boolean.toString(config.starttls() == SmtpConfig.Starttls.REQUIRED));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(config.port() == 465));
    settings.setProperty("mail.smtp.quitwait", "false");
    return settings;
  }
}
