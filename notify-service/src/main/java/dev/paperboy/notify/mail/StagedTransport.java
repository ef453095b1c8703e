package dev.paperboy.notify.mail;

import dev.paperboy.notify.mail.Delivery.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** An SMTP transport that knows how far it came with a message. */
final class StagedTransport extends SMTPTransport {
  private Stage stage = Stage.ENVELOPE;

  StagedTransport(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  void begin() {
    stage = Stage.ENVELOPE;
  }

  Stage stage() {
    return stage;
  }

  @Override
  protected void rcptTo() throws MessagingException {
    stage = Stage.RECIPIENT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    stage = Stage.DATA;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    // Before the dot is written: from here on nobody but the server knows.
    stage = Stage.AFTER_DOT;
    super.finishData();
  }
}
