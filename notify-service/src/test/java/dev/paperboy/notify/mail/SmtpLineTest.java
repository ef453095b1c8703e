package dev.paperboy.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.mail.Delivery.Outcome;
import io.smallrye.config.SmallRyeConfigBuilder;
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
    SmtpConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SmtpConfig.class)
            .withDefaultValue("paperboy.smtp.host", "127.0.0.1")
            .withDefaultValue("paperboy.smtp.port", Integer.toString(port))
            .withDefaultValue("paperboy.smtp.timeout", "PT5S")
            .build()
            .getConfigMapping(SmtpConfig.class);
    return new SmtpLine(config, new Sender(config));
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
  void nobodyThereMeansLater() throws Exception {
    server.close();

    assertThat(line(server.port()).deliver(mail()).outcome()).isEqualTo(Outcome.LATER);
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
