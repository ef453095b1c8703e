package dev.paperboy.notify.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.notify.Rows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mail server is down: that is the line's fault, no mail's. */
@QuarkusTest
@TestProfile(NoMailServerQuarkusTest.NobodyListens.class)
class NoMailServerQuarkusTest {
  private static final int MAILS = 3;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  /** Port 1 of the loopback. */
  public static class NobodyListens implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              BackingResource.class,
              Map.of(
                  "service", "notify",
                  "paperboy.clock", "2026-05-12T23:00:00Z",
                  "paperboy.digest.every", "24h",
                  "paperboy.smtp.port", "1")));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @BeforeEach
  void mails() {
    Rows.forgetAll();
    UUID reader = UUID.randomUUID();
    Rows.change(
        "insert into subscriber (id, address, address_key, status, zone, send_hour, created_at)"
            + " values (?, ?, ?, 'active', 'UTC', 7, now())",
        reader,
        "reader@example.org",
        "reader@example.org");
    for (int i = 0; i < MAILS; i++) {
      Rows.change(
          "insert into mail (id, kind, subscriber_id, message_id, subject, html, body_text,"
              + " headers, next_attempt, created_at) values (?, 'preferences', ?, ?, 'x', 'x', 'x',"
              + " '{}', now(), now() - ?::interval)",
          UUID.randomUUID(),
          reader,
          "<" + UUID.randomUUID() + "@localhost>",
          i == 0 ? "21 hours" : "1 minute");
    }
  }

  @Test
  void mailsWaitUncountedAndTheLineRests() throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Rows.one("select last_reply from mail where last_reply like 'Nothing%'"))
                    .contains("Nothing listens at 127.0.0.1:1", "PAPERBOY_SMTP_PORT"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        Rows.one(
                            "select string_agg(status || ' ' || attempts, ', ' order by created_at)"
                                + " from mail where lease_owner is null"))
                    .isEqualTo("failed 0, queued 0, queued 0"));
    assertThat(Rows.count("select count(*) from mail where next_attempt > now()")).isZero();
    // One mail was tried in the line's name; the other was not touched.
    assertThat(Rows.count("select count(*) from mail where last_reply like 'Nothing%'"))
        .isEqualTo(1);
  }

  @Test
  void theTestMailSaysSo() {
    given()
        .queryParam("to", "operator@example.org")
        .post(management.resolve("/internal/mail/test"))
        .then()
        .statusCode(502)
        .body("message", containsString("Nothing listens at 127.0.0.1:1"));
    assertThat(Backing.current().smtpPort()).isNotEqualTo(1);
  }
}
