package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.MailMessage;
import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader lives through, from the form to the last mail. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "notify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.signup.min-fill-time", value = "0S"),
      @ResourceArg(name = "paperboy.signup.per-network-and-hour", value = "100000"),
      @ResourceArg(name = "paperboy.postal-address", value = "Specimen Street 1, Exampletown"),
    })
class ReaderJourneyQuarkusTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String SITE = "http://localhost:8080";
  private static int readers;

  private String address;

  @BeforeEach
  void freshReaderAndShelf() throws Exception {
    address = "reader-%d@example.org".formatted(++readers);
    Events.declareTopics();
    Rows.forgetAll();
  }

  private void shelve(int papers) throws Exception {
    long before = Rows.count("select count(*) from shelf");
    Events.sendTaxonomy();
    for (int i = 1; i <= papers; i++) {
      String id = "arxiv:2605.%02d%03d".formatted(readers, i);
      Events.send("papers.classified.v1", Events.paper(id).put("title", "Specimen paper " + i));
      Events.send("papers.trend.v1", Events.trend(id));
    }
    Events.send("sources.v1", Events.source(readers, "fresh", "2026-05-12", papers));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Rows.count(
                            "select (select count(*) from shelf) * 100"
                                + " + (select count(*) from source_status) * 10"
                                + " + (select count(*) from topic)"))
                    .isEqualTo((before + papers) * 100 + 10 + 3));
  }

  @Test
  void aReaderSignsUpConfirmsAndGetsTheDigest() throws Exception {
    shelve(2);
    signUp("information-retrieval");
    MailMessage question = mail("confirm your");
    confirm(question);

    MailMessage digest = mail("Specimen paper");
    assertThat(digest.subject()).isEqualTo("Specimen paper 1 + 1 more · 12 May");
    assertThat(digest.text())
        .contains("2 new papers, 2 match.", "Because: Information retrieval 0.91", "abs/2605.");
    assertThat(Jsoup.parse(digest.html()).select("h2").eachText())
        .containsExactly("Specimen paper 1", "Specimen paper 2");
    assertThat(digest.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(Rows.one("select status from digest")).isEqualTo("mailed");
    assertThat(Rows.count("select count(*) from digest_item")).isEqualTo(2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.one("select string_agg(status, ' ') from mail"))
                    .isEqualTo("sent sent"));
  }

  private void signUp(String topic) {
    signUpForm()
        .formParam("address", address)
        .formParam("topic", topic)
        .post("/subscribe")
        .then()
        .statusCode(200);
  }

  private RequestSpecification signUpForm() {
    String page = given().get("/subscribe").then().statusCode(200).extract().asString();
    return ownForm()
        .formParam("form", Jsoup.parse(page).select("input[name=form]").attr("value"))
        .formParam("hour", "7")
        .formParam("zone", "UTC");
  }

  private static RequestSpecification ownForm() {
    return given().header("Origin", SITE).contentType("application/x-www-form-urlencoded");
  }

  private void confirm(MailMessage question) {
    Response page = given().get(path(question.text(), "/confirm/"));
    assertThat(page.statusCode()).isEqualTo(200);
    String action = Jsoup.parse(page.asString()).select("form").attr("action");
    ownForm().post(action).then().statusCode(200);
  }

  private static String path(String text, String prefix) {
    Matcher link = Pattern.compile(SITE + "(" + prefix + "[A-Za-z0-9_-]+)").matcher(text);
    assertThat(link.find()).as("link " + prefix + " in:\n" + text).isTrue();
    return link.group(1);
  }

  private MailMessage mail(String subjectPart) {
    return await()
        .atMost(PATIENCE)
        .until(() -> mails(subjectPart), mails -> !mails.isEmpty())
        .getFirst();
  }

  private List<MailMessage> mails(String subjectPart) throws Exception {
    return Backing.current().inbox().messages().stream()
        .filter(mail -> mail.to().equals(address) && mail.subject().contains(subjectPart))
        .toList();
  }
}
