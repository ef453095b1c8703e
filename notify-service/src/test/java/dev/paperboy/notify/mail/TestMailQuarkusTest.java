package dev.paperboy.notify.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.MailFault;
import dev.paperboy.backing.MailMessage;
import dev.paperboy.notify.QuietDays;
import dev.paperboy.notify.Rows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuietDays.class)
class TestMailQuarkusTest {
  private static final String TO = "operator@example.org";

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @AfterEach
  void serverBehaves() throws Exception {
    MailFault.clear(Backing.current().inbox());
  }

  private static List<MailMessage> received() throws Exception {
    return Backing.current().inbox().messages().stream()
        .filter(message -> message.to().equals(TO))
        .toList();
  }

  @Test
  void aMailGoesOutNowAndTheServersAnswerIsTold() throws Exception {
    int before = received().size();
    given()
        .queryParam("to", TO)
        .post(management.resolve("/internal/mail/test"))
        .then()
        .statusCode(200)
        .body("to", is(TO))
        .body("server", is("127.0.0.1:" + Backing.current().smtpPort()))
        .body("answer", startsWith("250"));

    assertThat(received()).hasSize(before + 1);
    assertThat(received().getFirst().subject()).isEqualTo("Paperboy can send mail");
    assertThat(received().getFirst().text()).contains("nothing to answer");
    assertThat(Rows.count("select count(*) from mail m where m.subject like 'Paperboy can%'"))
        .isZero();
  }

  @Test
  void aServerThatRefusesIsQuotedWithTheMend() throws Exception {
    int before = received().size();
    MailFault.set(Backing.current().inbox(), "RCPT", "550 5.7.1 relaying denied");
    given()
        .queryParam("to", TO)
        .post(management.resolve("/internal/mail/test"))
        .then()
        .statusCode(502)
        .body(
            "message",
            allOf(
                containsString("refused the recipient"),
                containsString("550 5.7.1 relaying denied"),
                containsString("Check the address")));

    MailFault.set(Backing.current().inbox(), "DATA", "554 5.7.1 no such content here");
    given()
        .queryParam("to", TO)
        .post(management.resolve("/internal/mail/test"))
        .then()
        .statusCode(502)
        .body(
            "message",
            allOf(containsString("refused the mail"), containsString("554 5.7.1 no such content")));
    assertThat(received()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "<a@example.org>",
        "a@example.org\u0000"
      })
  void whatIsNoAddressIsRefused(String to) throws Exception {
    given()
        .queryParam("to", to)
        .post(management.resolve("/internal/mail/test"))
        .then()
        .statusCode(400);
  }

  @Test
  void anAddressIsNeeded() {
    given()
        .post(management.resolve("/internal/mail/test"))
        .then()
        .statusCode(400)
        .body("message", containsString("address"));
  }
}
