package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.MailMessage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers are told why there is nothing, as often as they want. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class EmptyDaysQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  @BeforeEach
  void papersOfOneDay() throws Exception {
    FakeClassify.reset();
    Arrivals.nothing();
    Arrivals.papers("2026-05-06", 3);
  }

  private void subscribe(String keywords, String emptyDays) {
    visitor
        .form()
        .formParam("keywords", keywords)
        .formParam("empty", emptyDays)
        .post("/subscribe")
        .then()
        .statusCode(200);
    visitor.confirm();
  }

  private List<String> digest(String date) {
    return given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=" + date))
        .then()
        .statusCode(200)
        .extract()
        .path("messages");
  }

  private static long mails() {
    return Rows.count("select count(*) from mail where kind = 'digest'");
  }

  @Test
  void nothingThatFitsIsSaidWithHowManyWereLookedAt() {
    subscribe("unheard-of", "weekly");
    assertThat(digest("2026-05-06").getFirst())
        .contains("nothing to send: no new paper fits (3 new papers); the reader is told");

    MailMessage mail = visitor.mail("Nothing today");
    assertThat(mail.subject()).isEqualTo("Nothing today: no new paper fits · 6 May");
    assertThat(mail.text())
        .contains("Nothing today: there are 3 new papers, and none fits what you chose.")
        .contains("once a week at most", "Pause: ", "Unsubscribe: ", "Change your preferences: ")
        .doesNotContain("BibTeX");
    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("h2")).isEmpty();
    assertThat(html.text()).contains("none fits what you chose").contains("Read on the web");
    assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(Rows.one("select status || ' ' || reason from digest"))
        .isEqualTo("empty nothing-matched");
    String page = Visitor.path(mail.text(), "/digests/");
    assertThat(given().get(page).asString()).contains("none fits what you chose");
  }

  @Test
  void onceInSevenDaysAtMost() {
    subscribe("unheard-of", "weekly");
    digest("2026-05-06");
    for (String day : List.of("2026-05-07", "2026-05-08", "2026-05-11", "2026-05-12")) {
      digest(day);
    }
    assertThat(mails()).isEqualTo(1);

    digest("2026-05-13");
    assertThat(mails()).isEqualTo(2);
  }

  @Test
  void orEachTimeOrNever() {
    subscribe("unheard-of", "always");
    digest("2026-05-06");
    digest("2026-05-07");
    assertThat(mails()).isEqualTo(2);

    Rows.change("update subscriber set empty_days = 'never'");
    digest("2026-05-08");
    assertThat(mails()).isEqualTo(2);
    assertThat(Rows.count("select count(*) from digest")).isEqualTo(3);
  }

  @Test
  void aHolidayIsSaid() {
    subscribe("", "weekly");
    digest("2026-05-06");
    digest("2026-05-07");

    MailMessage mail = visitor.mail("Nothing today");
    assertThat(mail.subject()).isEqualTo("Nothing today: no papers were announced · 7 May");
    assertThat(mail.text()).contains("no papers were announced, which is so on holidays");
  }

  @Test
  void aSourceThatIsBehindIsSaidInItsWords() throws Exception {
    subscribe("", "weekly");
    digest("2026-05-06");
    Arrivals.source("late", "2026-05-06", 3);
    digest("2026-05-07");

    MailMessage mail = visitor.mail("Nothing today");
    assertThat(mail.subject()).isEqualTo("Nothing today: the papers are late · 7 May");
    assertThat(mail.text())
        .contains("no new papers have reached us")
        .contains("Papers may be missing: ");
  }

  @Test
  void theFormKeepsTheWish() {
    subscribe("unheard-of", "always");
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    String link = Visitor.path(visitor.mail("link to your").text(), "/preferences/");
    Document page = Jsoup.parse(given().get(link).asString());

    assertThat(page.select("#empty option[selected]").attr("value")).isEqualTo("always");
    assertThat(Visitor.browser().formParam("empty", "now and then").post(link).statusCode())
        .isEqualTo(400);
  }
}
