package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.MailMessage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machines between the mail server and the reader open every link of every mail, several times. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class ScannersQuarkusTest {
  private static final Pattern LINK = Pattern.compile(Visitor.SITE + "[^\\s<>\"')]*");
  private static final Set<String> NOT_OURS = Set.of("/abs/", "/papers/", "/search", "/about/");
  private static final List<String> TABLES =
      List.of(
          "subscriber",
          "filter",
          "filter_probe",
          "digest",
          "digest_item",
          "digest_change",
          "mark",
          "mail");

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  @BeforeEach
  void aWeekOfPapers() throws Exception {
    FakeClassify.reset();
    MadeUpWeek.arrives();
  }

  /** All that is stored of readers, once no mail is on its way. */
  private static String state() {
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.count("select count(*) from mail where status <> 'sent'"))
                    .isZero());
    StringBuilder state = new StringBuilder();
    for (String table : TABLES) {
      state
          .append(table)
          .append(' ')
          .append(
              Rows.one(
                  "select count(*) || md5(string_agg(t::text, '' order by t::text)) from %s t"
                      .formatted(table)))
          .append('\n');
    }
    return state.toString();
  }

  /** Paths of all links in the parts and headers of a mail that lead to pages of ours. */
  private static Set<String> links(MailMessage mail) {
    Set<String> links = new TreeSet<>();
    String all =
        String.join("\n", Jsoup.parse(mail.html()).select("[href]").eachAttr("href"))
            + "\n"
            + mail.text()
            + "\n"
            + mail.header("List-Unsubscribe").orElse("");
    Matcher link = LINK.matcher(all);
    while (link.find()) {
      String path = link.group().substring(Visitor.SITE.length()).replaceFirst("[.,;:]+$", "");
      if (path.length() > 1 && NOT_OURS.stream().noneMatch(path::startsWith)) {
        links.add(path);
      }
    }
    return links;
  }

  /** Opens them all, with HEAD too, and finds that nothing is different. */
  private static void scan(MailMessage mail, String... expected) {
    Set<String> links = links(mail);
    for (String prefix : expected) {
      assertThat(links).as(mail.subject()).anyMatch(link -> link.startsWith(prefix));
    }
    String before = state();
    for (int i = 0; i < 2; i++) {
      for (String link : links) {
        assertThat(given().head(link).statusCode()).as("HEAD " + link).isEqualTo(200);
        assertThat(given().get(link).statusCode()).as("GET " + link).isEqualTo(200);
      }
    }
    assertThat(state()).as(mail.subject()).isEqualTo(before);
  }

  private void askForALink() {
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
  }

  @Test
  void everyLinkOfEveryMailIsOpenedAndNothingChanges() {
    visitor.form().formParam("keywords", "robots").post("/subscribe").then().statusCode(200);
    scan(visitor.mail("confirm your"), "/confirm/");
    assertThat(visitor.status()).isEqualTo("pending");
    visitor.confirm();

    visitor.form().formParam("keywords", "robots").post("/subscribe").then().statusCode(200);
    scan(visitor.mail("subscribed to Paperboy already"), "/preferences");

    given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=2026-05-12"))
        .then()
        .statusCode(200);
    MailMessage digest = visitor.mail("12 May");
    scan(digest, "/digests/", "/feedback/", "/unsubscribe/");

    askForALink();
    MailMessage link = visitor.mail("link to your");
    scan(link, "/preferences/");
    String preferences = Visitor.path(link.text(), "/preferences/");
    assertThat(given().get(preferences).statusCode()).as("the reader's turn").isEqualTo(200);

    Visitor.browser().post(preferences + "/test").then().statusCode(200);
    scan(visitor.mail("Test: "), "/unsubscribe/");

    Visitor other = new Visitor();
    Visitor.browser()
        .formParam("address", other.address)
        .post(preferences + "/address")
        .then()
        .statusCode(200);
    MailMessage change = other.mail("new address");
    scan(change, "/confirm/address/");
    assertThat(visitor.status()).isEqualTo("active");
    Visitor.browser().post(Visitor.path(change.text(), "/confirm/address/")).then().statusCode(200);
    scan(visitor.mail("go to another address"), "/subscribe");
    assertThat(other.status()).as("who confirmed by the button").isEqualTo("active");

    Visitor.browser().post(Visitor.path(digest.text(), "/unsubscribe/")).then().statusCode(200);
    assertThat(other.status()).isEqualTo("unsubscribed");
    Visitor.browser()
        .formParam("address", other.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    MailMessage account = other.mail("what Paperboy keeps");
    assertThat(links(account)).anyMatch(path -> path.matches("/preferences/[^/]+/account"));
    scan(account, "/preferences/");
  }
}
