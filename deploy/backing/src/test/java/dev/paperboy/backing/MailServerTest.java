package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {
  @TempDir Path dir;
  private MailInbox inbox;
  private MailServer server;

  @BeforeEach
  void start() throws Exception {
    inbox = MailInbox.in(dir);
    server = MailServer.start(inbox, FreePort.one());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAcceptedMessageIsAFileWithAllItsParts() throws Exception {
    send("Größe zählt");

    MailMessage message = inbox.messages().getFirst();
    assertThat(message.to()).isEqualTo("reader@example.org");
    assertThat(message.from()).isEqualTo("Paperboy <digest@example.org>");
    assertThat(message.subject()).isEqualTo("Größe zählt");
    assertThat(message.text().replace("\r\n", "\n").strip()).isEqualTo("plain ü\n.dot");
    assertThat(message.html().strip()).isEqualTo("<p>rich</p>");
    assertThat(message.header("message-id")).hasValue("<one@example.org>");
    assertThat(inbox.message(message.id())).hasValue(message);
    assertThat(message.file()).isRegularFile();
  }

  @Test
  void newestComesFirstAndAnotherReaderSeesTheSame() throws Exception {
    send("one");
    send("two");

    assertThat(MailInbox.in(dir).messages())
        .extracting(MailMessage::subject)
        .containsExactly("two", "one");
    assertThat(inbox.newest(1)).extracting(MailMessage::subject).containsExactly("two");
    assertThat(inbox.count()).isEqualTo(2);
  }

  @Test
  void aFaultRefusesAndStoresNothing() throws Exception {
    MailFault.set(inbox, "DATA", "451 try later");
    assertThatThrownBy(() -> send("refused")).hasStackTraceContaining("451 try later");
    MailFault.set(inbox, "RCPT", "550 no such mailbox");
    assertThatThrownBy(() -> send("refused")).hasStackTraceContaining("550 no such mailbox");
    MailFault.clear(inbox);
    send("taken");

    assertThat(inbox.messages()).extracting(MailMessage::subject).containsExactly("taken");
  }

  @Test
  void aMessageThatCannotBeStoredIsNotAccepted() throws Exception {
    Files.delete(dir);

    assertThatThrownBy(() -> send("lost")).hasStackTraceContaining("451");

    Files.createDirectory(dir);
  }

  @Test
  void anIdFromAnAddressCannotLeaveTheInbox() throws Exception {
    assertThat(inbox.message("../" + dir.getFileName() + "/x")).isEmpty();
  }

  private void send(String subject) throws MessagingException {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", "" + server.port());
    MimeMessage message =
        new MimeMessage(Session.getInstance(settings)) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<one@example.org>");
          }
        };
    message.setFrom("Paperboy <digest@example.org>");
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("reader@example.org"));
    message.setSubject(subject, "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("plain ü\n.dot", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>rich</p>", "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }
}
