package dev.paperboy.notify.mail;

import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Who our mails come from, checked at the start. */
@Singleton
public class Sender {
  private final InternetAddress from;

  Sender(SmtpConfig config) {
    HeaderText.check("From", config.from());
    try {
      from = new InternetAddress(config.from(), true);
    } catch (AddressException e) {
      throw new IllegalStateException(
          "paperboy.smtp.from is «"
              + config.from()
              + "»; it must be an address such as Paperboy <paperboy@example.org>",
          e);
    }
  }

  InternetAddress from() {
    return from;
  }

  /** The domain that our Message-IDs and lists belong to. */
  public String domain() {
    return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
  }
}
