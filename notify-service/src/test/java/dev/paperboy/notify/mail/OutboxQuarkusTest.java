package dev.paperboy.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.MailFault;
import dev.paperboy.backing.MailMessage;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.notify.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a mail when the server, the network or we ourselves fail. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "notify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.digest.every", value = "1h"),
    })
class OutboxQuarkusTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final UUID reader = UUID.randomUUID();
  private final UUID digest = UUID.randomUUID();
  private final UUID mail = UUID.randomUUID();
  private final String address = "reader-" + reader + "@example.org";

  @BeforeEach
  void aReaderWithADigestOfTwoPapers() throws Exception {
    MailFault.clear(Backing.current().inbox());
    Rows.forgetAll();
    Rows.change(
        "insert into subscriber (id, address, address_key, status, zone, send_hour, created_at)"
            + " values (?, ?, ?, 'active', 'UTC', 7, now())",
        reader,
        address,
        address);
    Rows.change(
        "insert into digest (id, subscriber_id, day, status, last_announced, papers, matched,"
            + " created_at) values (?, ?, '2026-05-12', 'mailed', '2026-05-12', 2, 2, now())",
        digest,
        reader);
    Rows.change(
        "insert into digest_item select ?, 'arxiv:2605.0000' || n, 1, 1, ?, n, false, '{}'"
            + " from generate_series(1, 2) n",
        reader,
        digest);
  }

  @AfterEach
  void serverBehaves() throws Exception {
    MailFault.clear(Backing.current().inbox());
  }

  private void post(String status, String leaseUntil, int resends) {
    Rows.change(
        "insert into mail (id, kind, subscriber_id, digest_id, message_id, subject, html,"
            + " body_text, headers, status, resends, next_attempt, lease_owner, lease_until,"
            + " created_at) values (?, 'digest', ?, ?, ?, 'A digest', '<p>x</p>', 'x', '{}', ?, ?,"
            + " now(), gen_random_uuid(), now() + ?::interval, now())",
        mail,
        reader,
        digest,
        "<digest." + mail + "@localhost>",
        status,
        resends,
        leaseUntil);
  }

  private void post() {
    post("queued", "-1 minute", 0);
  }

  private void awaitStatus(String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.one("select status from mail where id = ?", mail))
                    .isEqualTo(status));
  }

  private List<MailMessage> received() throws Exception {
    return Backing.current().inbox().messages().stream()
        .filter(message -> message.to().equals(address))
        .toList();
  }

  @Test
  void aMailIsSentOnce() throws Exception {
    post();

    awaitStatus("sent");
    assertThat(received()).hasSize(1);
    assertThat(received().getFirst().header("Message-ID"))
        .contains("<digest." + mail + "@localhost>");
    assertThat(Rows.count("select attempts from mail")).isEqualTo(1);
  }

  @Test
  void aServerThatSaysLaterIsAskedLater() throws Exception {
    MailFault.set(Backing.current().inbox(), "RCPT", "451 4.3.0 try later");
    post();
    await().atMost(PATIENCE).until(() -> Rows.count("select attempts from mail") == 1);
    awaitStatus("queued");
    assertThat(Rows.one("select next_attempt > now() + interval '15 seconds' from mail"))
        .isEqualTo("t");
    assertThat(Rows.one("select last_reply from mail")).contains("try later");

    MailFault.clear(Backing.current().inbox());
    Rows.change("update mail set next_attempt = now()");
    awaitStatus("sent");
    assertThat(received()).hasSize(1);
    assertThat(Rows.count("select count(*) from digest_item")).isEqualTo(2);
  }

  @Test
  void aMailboxThatIsNotThereSuppressesTheReaderAndFreesThePapers() throws Exception {
    MailFault.set(Backing.current().inbox(), "RCPT", "550 5.1.1 no such mailbox");
    post();

    awaitStatus("failed");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(Rows.one("select status from subscriber")).isEqualTo("suppressed"));
    assertThat(Rows.one("select status from digest")).isEqualTo("failed");
    assertThat(Rows.count("select count(*) from digest_item")).isZero();
  }

  @Test
  void aNewAddressThatIsNotThereSuppressesNobody() throws Exception {
    MailFault.set(Backing.current().inbox(), "RCPT", "550 5.1.1 no such mailbox");
    post("queued", "1 hour", 0);
    Rows.change(
        "update mail set kind = 'change', recipient = 'elsewhere@example.org',"
            + " lease_until = null");

    awaitStatus("failed");
    assertThat(Rows.one("select status from subscriber")).isEqualTo("active");
  }

  @Test
  void aRefusedMailFreesItsPapersAndKeepsTheReader() throws Exception {
    MailFault.set(Backing.current().inbox(), "DATA", "554 5.7.1 not this one");
    post();

    awaitStatus("failed");
    assertThat(Rows.one("select status from subscriber")).isEqualTo("active");
    assertThat(Rows.one("select status from digest")).isEqualTo("failed");
    assertThat(Rows.count("select count(*) from digest_item")).isZero();
  }

  @Test
  void aMailOfASenderThatDiedWhileSendingIsSentOnceMoreUnderTheSameId() throws Exception {
    post("sending", "-1 second", 0);

    awaitStatus("sent");
    assertThat(received()).hasSize(1);
    assertThat(received().getFirst().header("Message-ID"))
        .contains("<digest." + mail + "@localhost>");
    assertThat(Rows.count("select resends from mail")).isEqualTo(1);
  }

  @Test
  void theSecondTimeItStaysUncertain() throws Exception {
    post("sending", "-1 second", 1);

    awaitStatus("uncertain");
    assertThat(received()).isEmpty();
    assertThat(Rows.one("select status from digest")).isEqualTo("mailed");
    assertThat(Rows.count("select count(*) from digest_item")).isEqualTo(2);
  }

  @Test
  void whatSomebodyElseIsSendingIsLeftAlone() throws Exception {
    post("sending", "5 minutes", 0);
    UUID other = UUID.randomUUID();
    Rows.change(
        "insert into mail (id, kind, subscriber_id, message_id, subject, html, body_text, headers,"
            + " next_attempt, created_at) values (?, 'preferences', ?, ?, 'Marker', 'x', 'x', '{}',"
            + " now(), now())",
        other,
        reader,
        "<" + other + "@localhost>");

    await()
        .atMost(PATIENCE)
        .until(() -> "sent".equals(Rows.one("select status from mail where id = ?", other)));
    awaitStatus("sending");
    assertThat(received()).extracting(MailMessage::subject).containsExactly("Marker");
  }

  @Test
  void whoLeftMeanwhileGetsNothing() throws Exception {
    Rows.change("update subscriber set status = 'unsubscribed'");
    post();

    awaitStatus("failed");
    assertThat(received()).isEmpty();
    assertThat(Rows.one("select last_reply from mail")).contains("does not want it");
  }
}
