package dev.paperboy.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.mail.Delivery.Outcome;
import dev.paperboy.notify.subscriber.Address;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpLineTest {
  private ScriptedSmtp server;
  private SmtpLine line;

  @BeforeEach
  void connectTo() throws Exception {
    server = new ScriptedSmtp();
    line = line(server.port());
  }

  @AfterEach
  void close() throws Exception {
    line.close();
    server.close();
  }

  private static SmtpLine line(int port) {
    return line(port, Map.of());
  }

  private static SmtpLine line(int port, Map<String, String> settings) {
    SmtpConfig config = config(port, settings);
    return new SmtpLine(config, new Sender(config));
  }

  private static SmtpConfig config(int port, Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(SmtpConfig.class)
        .withDefaultValue("paperboy.smtp.host", "127.0.0.1")
        .withDefaultValue("paperboy.smtp.port", Integer.toString(port))
        .withDefaultValue("paperboy.smtp.timeout", "PT5S")
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(SmtpConfig.class);
  }

  private static OpenMail mail(String recipient, String subject, Map<String, String> headers) {
    return new OpenMail(
        UUID.randomUUID(),
        MailKind.DIGEST,
        UUID.randomUUID(),
        null,
        recipient,
        "<fixed.id@example.org>",
        subject,
        "<p>Grüße</p>",
        "Grüße\n.\nend",
        headers,
        0,
        0,
        Instant.EPOCH);
  }

  private static OpenMail mail() {
    return mail("reader@example.org", "Größe · 12 May", Map.of("List-Id", "Paperboy <d.x>"));
  }

  @Test
  void aMailArrivesWithItsHeadersAndBothParts() {
    assertThat(line.deliver(mail()).outcome()).isEqualTo(Outcome.SENT);

    assertThat(server.messages()).hasSize(1);
    assertThat(server.messages().getFirst())
        .contains("Message-ID: <fixed.id@example.org>\r\n")
        .contains("To: reader@example.org\r\n")
        .contains("From: Paperboy <paperboy@localhost>\r\n")
        .contains("Subject: =?UTF-8?")
        .contains("Auto-Submitted: auto-generated\r\n")
        .contains("List-Id: Paperboy <d.x>\r\n")
        .contains("multipart/alternative")
        .contains("text/plain; charset=UTF-8")
        .contains("text/html; charset=UTF-8")
        .contains("Gr=C3=BC=C3=9Fe")
        .containsOnlyOnce("Message-ID:");
  }

  @Test
  void theConnectionIsKept() {
    for (int i = 0; i < 5; i++) {
      assertThat(line.deliver(mail()).outcome()).isEqualTo(Outcome.SENT);
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL,451 busy,LATER",
    "MAIL,550 not from here,LATER",
    "RCPT,450 greylisted,LATER",
    "RCPT,550 no such mailbox,NO_MAILBOX",
    "RCPT,550 5.7.1 blocked,REFUSED",
    "DATA,451 later,LATER",
    "DATA,554 no,REFUSED",
    ".,452 full,LATER",
    ".,554 spam,REFUSED",
  })
  void aRefusalIsWhatItSaysAndTheNextMailGoesThrough(String at, String reply, Outcome outcome) {
    server.answer(at, reply);

    Delivery delivery = line.deliver(mail());

    assertThat(delivery.outcome()).as(delivery.reply()).isEqualTo(outcome);
    assertThat(delivery.reply()).contains(reply.substring(4));
    server.behave();
    assertThat(line.deliver(mail()).outcome()).isEqualTo(Outcome.SENT);
  }

  @ParameterizedTest
  @CsvSource({"MAIL,LATER", "RCPT,LATER", "DATA,LATER", ".,UNCERTAIN"})
  void aLostConnectionIsUncertainOnlyBehindTheFinalDot(String at, Outcome outcome) {
    server.answer(at, ScriptedSmtp.HANG_UP);

    assertThat(line.deliver(mail()).outcome()).isEqualTo(outcome);
    server.behave();
    assertThat(line.deliver(mail()).outcome()).isEqualTo(Outcome.SENT);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void nobodyThereIsTheLinesFault() {
    Delivery delivery = line(1).deliver(mail());

    assertThat(delivery.outcome()).isEqualTo(Outcome.NO_LINE);
    assertThat(delivery.reply()).contains("Nothing listens at 127.0.0.1:1");
  }

  @Test
  void aLoginThatIsRefusedIsTheLinesFault() {
    server.answer("EHLO", "250-scripted\r\n250 AUTH PLAIN");
    server.answer("AUTH", "535 5.7.8 wrong password");
    SmtpLine withLogin =
        line(server.port(), Map.of("paperboy.smtp.username", "u", "paperboy.smtp.password", "p"));

    Delivery delivery = withLogin.deliver(mail());

    assertThat(delivery.outcome()).isEqualTo(Outcome.NO_LINE);
    assertThat(delivery.reply())
        .contains("refused the login", "535 5.7.8 wrong password", "PAPERBOY_SMTP_PASSWORD");
  }

  private String trouble(Map<String, String> settings) {
    SmtpConfig config = config(server.port(), settings);
    SmtpLine own = new SmtpLine(config, new Sender(config));
    try {
      return own.test(Address.parse("operator@example.org"));
    } catch (MessagingException e) {
      return MailTrouble.of(e, config.host() + ":" + config.port(), config);
    }
  }

  @Test
  void aTestMailTellsTheServersAnswerAndItsOwnHeaders() {
    assertThat(trouble(Map.of())).isEqualTo("250 taken");
    assertThat(server.messages())
        .singleElement()
        .asString()
        .contains("To: operator@example.org", "Subject: Paperboy can send mail", "@localhost>");
  }

  @Test
  void aTestMailThatFailsTellsWhatToDo() {
    server.answer("MAIL", "550 5.7.1 who are you");
    assertThat(trouble(Map.of())).contains("refused the sender", "550 5.7.1", "SMTP_FROM");
    server.behave();
    assertThat(trouble(Map.of("paperboy.smtp.host", "no-such-host.invalid")))
        .contains("«no-such-host.invalid» is not known", "PAPERBOY_SMTP_HOST");
    assertThat(trouble(Map.of("paperboy.smtp.starttls", "required")))
        .contains("TLS with", "STARTTLS", "PAPERBOY_SMTP_STARTTLS");
    server.answer("EHLO", "250-scripted\r\n250 STARTTLS");
    server.answer("STARTTLS", "220 go on");
    // It promised, and goes on in clear.
    assertThat(trouble(Map.of("paperboy.smtp.timeout", "PT2S"))).contains("TLS with");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reader@example.org\r\nRCPT TO:<victim@example.org>",
        "reader@example.org\nBcc: victim@example.org",
        "reader@example.org\u0000",
        "reader@example.org, victim@example.org",
      })
  void aRecipientThatIsMoreThanOneIsNeverWritten(String recipient) {
    assertThat(line.deliver(mail(recipient, "Hello", Map.of())).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(server.commands()).noneMatch(command -> command.contains("victim"));
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void aHeaderThatSpansLinesIsNeverWritten() {
    assertThat(line.deliver(mail("r@example.org", "a\r\nBcc: v@example.org", Map.of())).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            line.deliver(mail("r@example.org", "a", Map.of("X-A", "b\nBcc: v@example.org")))
                .outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            line.deliver(mail("r@example.org", "a", Map.of("X-A: b\r\nBcc", "v@example.org")))
                .outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(server.messages()).isEmpty();
  }
}
