package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.MailMessage;
import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader lives through, from the form to the last mail. It is 23:00 UTC on a Tuesday. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "notify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.signup.min-fill-time", value = "0S"),
      @ResourceArg(name = "paperboy.signup.per-network-and-hour", value = "60"),
      @ResourceArg(name = "paperboy.digest.every", value = "1s"),
    })
class ReaderJourneyQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  @BeforeEach
  void emptyShelf() throws Exception {
    Arrivals.nothing();
  }

  private static void mailsAreSent(int number) {
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.count("select count(*) from mail where status = 'sent'"))
                    .isEqualTo(number));
  }

  @Test
  void aReaderSignsUpConfirmsAndGetsTheDigest() throws Exception {
    Arrivals.papers(2);
    visitor.signUp("information-retrieval").confirm();

    MailMessage digest = visitor.mail("Specimen paper");

    assertThat(digest.subject()).isEqualTo("Specimen paper 1 + 1 more · 12 May");
    assertThat(digest.text())
        .contains("2 new papers, 2 match.", "Because: Information retrieval 0.91", "/abs/26");
    assertThat(Jsoup.parse(digest.html()).select("h2").eachText())
        .containsExactly("Specimen paper 1", "Specimen paper 2");
    assertThat(digest.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(digest.header("List-Unsubscribe").orElseThrow())
        .matches("<" + Pattern.quote(Visitor.SITE) + "/unsubscribe/[A-Za-z0-9_-]+>");
    assertThat(digest.header("List-Id")).contains("Paperboy digest <digest.paperboy.localhost>");
    assertThat(digest.header("Auto-Submitted")).contains("auto-generated");
    assertThat(Rows.one("select message_id from mail where kind = 'digest'"))
        .isEqualTo(digest.header("Message-ID").orElseThrow());
    assertThat(Rows.one("select status from digest")).isEqualTo("mailed");
    assertThat(Rows.one("select last_announced from digest")).isEqualTo("2026-05-12");
    assertThat(Rows.count("select count(*) from digest_item")).isEqualTo(2);
    assertThat(Rows.one("select reasons->'because'->0->>'what' from digest_item where rank = 1"))
        .isEqualTo("information-retrieval");
    mailsAreSent(2);
    JsonPath counters = given().get(management.resolve("/internal/status")).jsonPath();
    assertThat(counters.getMap("counters"))
        .isEqualTo(java.util.Map.of("shelved", 2, "subscribers", 1, "digests", 1, "mails_sent", 2));
  }

  @Test
  void theConfirmationMailHoldsNothingThatAStrangerTyped() {
    visitor
        .form()
        .formParam("keywords", "visit-evil-example")
        .formParam("category", "Buy this")
        .post("/subscribe")
        .then()
        .statusCode(200);

    MailMessage mail = visitor.mail("confirm your");

    assertThat(mail.text() + mail.html()).doesNotContain("evil", "Buy this");
    String page = given().get(Visitor.path(mail.text(), "/confirm/")).asString();
    assertThat(page).doesNotContain("evil", "Buy this").contains("1 line of keywords");
  }

  @Test
  void linkScannersChangeNothing() throws Exception {
    Arrivals.papers(1);
    visitor.signUp();
    scan(visitor.mail("confirm your"));
    assertThat(visitor.status()).isEqualTo("pending");
    visitor.confirm();

    MailMessage digest = visitor.mail("Specimen paper");
    scan(digest);
    assertThat(visitor.status()).isEqualTo("active");
    assertThat(Rows.count("select generation from subscriber")).isEqualTo(2);
  }

  private static void scan(MailMessage mail) {
    List<String> links =
        Jsoup.parse(mail.html()).select("a[href^=" + Visitor.SITE + "]").eachAttr("href").stream()
            .map(link -> link.substring(Visitor.SITE.length()))
            .filter(link -> !link.equals("/") && !link.startsWith("/search"))
            .distinct()
            .toList();
    assertThat(links).isNotEmpty();
    for (String link : links) {
      for (int i = 0; i < 2; i++) {
        assertThat(given().get(link).statusCode()).as(link).isEqualTo(200);
        assertThat(given().head(link).statusCode()).as(link).isEqualTo(200);
      }
    }
  }

  @Test
  void manySignUpsMakeOneMailAndOneAnswer() throws Exception {
    List<String> answers =
        IntStream.range(0, 5)
            .mapToObj(i -> visitor.form().post("/subscribe").then().statusCode(200))
            .map(response -> response.extract().asString())
            .distinct()
            .toList();

    assertThat(answers).hasSize(1);
    mailsAreSent(1);
    assertThat(visitor.mails()).hasSize(1);
    visitor.confirm();
    String known = visitor.form().post("/subscribe").asString();
    assertThat(known).isEqualTo(answers.getFirst());
  }

  @Test
  void aStrangerCannotChangeAReadersFilterByTheForm() {
    visitor.signUp("information-retrieval").confirm();
    visitor.form().formParam("topic", "text-embeddings").post("/subscribe").then().statusCode(200);

    assertThat(visitor.mail("subscribed to Paperboy already").text())
        .contains("nothing was changed")
        .contains(Visitor.SITE + "/preferences");
    assertThat(Rows.one("select topics[1] from filter")).isEqualTo("information-retrieval");
    assertThat(Rows.count("select count(*) from filter")).isEqualTo(1);
  }

  @Test
  void aConfirmationLinkWorksOnceForItsGeneration() {
    visitor.signUp().confirm();
    String link = Visitor.path(visitor.mail("confirm your").text(), "/confirm/");

    assertThat(Visitor.browser().post(link).statusCode()).as("pressed twice").isEqualTo(200);
    assertThat(Rows.count("select generation from subscriber")).isEqualTo(2);
    Rows.change("update subscriber set status = 'unsubscribed', generation = 3");
    assertThat(Visitor.browser().post(link).statusCode()).isEqualTo(410);
    assertThat(visitor.status()).isEqualTo("unsubscribed");
  }

  @Test
  void mailProgramsUnsubscribeByOneClickFromAnywhere() throws Exception {
    Arrivals.papers(1);
    visitor.signUp().confirm();
    String link = Visitor.path(visitor.mail("Specimen").text(), "/unsubscribe/");

    given()
        .header("Origin", "https://webmail.example")
        .header("Sec-Fetch-Site", "cross-site")
        .multiPart("List-Unsubscribe", "One-Click")
        .post(link)
        .then()
        .statusCode(200);
    assertThat(visitor.status()).isEqualTo("unsubscribed");
    given()
        .contentType("application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click")
        .post(link)
        .then()
        .statusCode(200);
    assertThat(Rows.count("select generation from subscriber")).isEqualTo(3);
    assertThat(visitor.status()).isEqualTo("unsubscribed");
  }

  @Test
  void whoLeftMayComeBack() {
    visitor.signUp().confirm();
    Rows.change("update subscriber set status = 'unsubscribed', generation = generation + 1");

    visitor.signUp();
    await().atMost(Visitor.PATIENCE).until(() -> visitor.mails("confirm your").size() == 2);
    visitor.confirm();
    assertThat(visitor.status()).isEqualTo("active");
  }

  @Test
  void preferencesAreChangedByAFreshLinkOnce() {
    visitor.signUp("information-retrieval").confirm();
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    String link = Visitor.path(visitor.mail("link to your").text(), "/preferences/");

    Document page = Jsoup.parse(given().get(link).asString());
    assertThat(page.select("input[name=topic][checked]").eachAttr("value"))
        .containsExactly("information-retrieval");
    assertThat(Visitor.browser().formParam("keywords", "autor:x").post(link).statusCode())
        .as("a mistake does not use the link up")
        .isEqualTo(400);
    assertThat(
            Visitor.browser()
                .formParam("topic", "text-embeddings")
                .formParam("category", "math.*")
                .formParam("keywords", "graphs\n-survey")
                .formParam("hour", "9")
                .formParam("zone", "Europe/Berlin")
                .formParam("max", "20")
                .post(link)
                .statusCode())
        .isEqualTo(200);

    assertThat(
            Rows.one(
                "select topics::text || categories::text || keywords::text || max_papers || send_hour || zone"
                    + " from filter join subscriber s on s.id = subscriber_id"))
        .isEqualTo("{text-embeddings}{math.*}{graphs,-survey}209Europe/Berlin");
    assertThat(given().get(link).statusCode()).isEqualTo(410);
    assertThat(Visitor.browser().post(link).statusCode()).isEqualTo(410);
  }

  @Test
  void aForwardedDigestOpensNothingButItself() throws Exception {
    Arrivals.papers(1);
    visitor.signUp("information-retrieval").confirm();
    String text = visitor.mail("Specimen").text();

    for (String prefix : List.of("/unsubscribe/", "/digests/")) {
      String token = Visitor.path(text, prefix).substring(prefix.length());
      assertThat(given().get("/preferences/" + token).statusCode()).isEqualTo(410);
      assertThat(given().post("/preferences/" + token).statusCode()).isEqualTo(410);
      assertThat(given().post("/confirm/" + token).statusCode()).isEqualTo(410);
    }
    Response web = given().get(Visitor.path(text, "/digests/"));
    assertThat(web.statusCode()).isEqualTo(200);
    assertThat(web.asString()).contains("Specimen paper 1").doesNotContain(visitor.address);
    assertThat(web.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(given().get(Visitor.path(text, "/unsubscribe/")).asString())
        .doesNotContain(visitor.address);
  }

  @Test
  void aFormWithMistakesComesBackAsItWas() {
    Response page =
        visitor
            .form()
            .formParam("topic", "text-embeddings")
            .formParam("category", "cs.LG", "not<a>category")
            .formParam("keywords", "good words\nautor:lovelace")
            .post("/subscribe");

    assertThat(page.statusCode()).isEqualTo(400);
    Document form = Jsoup.parse(page.asString());
    assertThat(form.select("#address").attr("value")).isEqualTo(visitor.address);
    assertThat(form.select("#keywords").text()).contains("good words");
    assertThat(form.select("#keywords-problem").text()).contains("Line 2").contains("author:");
    assertThat(form.select("#categories-problem").text()).contains("not<a>category");
    assertThat(form.select("input[type=checkbox][checked]").eachAttr("value"))
        .containsExactly("text-embeddings", "cs.LG");
    assertThat(visitor.status()).isNull();
  }

  @Test
  void aLinkFillsTheForm() {
    Document form =
        Jsoup.parse(
            given()
                .queryParam("topic", "information-retrieval", "text-embeddings")
                .queryParam("q", "\"sentence encoder\" -survey")
                .queryParam("cat", "cs.IR")
                .get("/subscribe")
                .asString());

    assertThat(form.select("input[name=topic][checked]").eachAttr("value"))
        .containsExactly("information-retrieval", "text-embeddings");
    assertThat(form.select("#keywords").text()).isEqualTo("\"sentence encoder\" -survey");
    assertThat(form.select("input[value=cs.IR]").hasAttr("checked")).isTrue();
    assertThat(form.select("#zone")).as("when is asked in the second step").isEmpty();
  }

  @Test
  void robotsAndOtherSitesSignNobodyUp() {
    visitor
        .form()
        .formParam("website", "http://x.example")
        .post("/subscribe")
        .then()
        .statusCode(200);
    assertThat(
            given()
                .header("Origin", "https://evil.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("address", visitor.address)
                .post("/subscribe")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            given()
                .contentType("application/x-www-form-urlencoded")
                .formParam("address", visitor.address)
                .post("/subscribe")
                .statusCode())
        .as("without an Origin")
        .isEqualTo(403);
    assertThat(
            Visitor.browser().formParam("address", visitor.address).post("/subscribe").statusCode())
        .as("without having seen the form")
        .isEqualTo(400);
    assertThat(visitor.status()).isNull();
  }

  @Test
  void headersCannotBeInjectedByTheAddress() {
    for (String address :
        List.of(
            "a@example.org\r\nBcc: b@example.org", "a@example.org,b@example.org", "a\0@b.org")) {
      assertThat(
              Visitor.browser()
                  .formParam("address", address)
                  .formParam("form", "x")
                  .post("/subscribe")
                  .statusCode())
          .isEqualTo(400);
      assertThat(Visitor.browser().formParam("address", address).post("/preferences").statusCode())
          .isEqualTo(400);
    }
    assertThat(Rows.count("select count(*) from subscriber")).isZero();
  }

  @Test
  void oneNetworkSignsUpSoManyAndNoMore() {
    List<Integer> answers =
        IntStream.range(0, 62)
            .mapToObj(i -> visitor.form().formParam("x", "" + i).post("/subscribe").statusCode())
            .toList();

    assertThat(answers.stream().collect(Collectors.groupingBy(a -> a, Collectors.counting())))
        .isEqualTo(java.util.Map.of(200, 60L, 429, 2L));
    assertThat(visitor.form().post("/subscribe").header("Retry-After")).isEqualTo("3600");
  }

  @Test
  void theOperatorMakesADayOnceHoweverOftenAsked() throws Exception {
    Arrivals.papers(3);
    visitor.at("22", "Pacific/Pago_Pago").signUp().confirm();

    List<Callable<JsonPath>> calls =
        IntStream.range(0, 4)
            .<Callable<JsonPath>>mapToObj(i -> () -> make(visitor.address))
            .toList();
    long created = 0;
    long existing = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        created += answer.get().getLong("created");
        existing += answer.get().getLong("existing");
      }
    }

    assertThat(created).isEqualTo(1);
    assertThat(existing).isEqualTo(3);
    JsonPath again = make(visitor.address);
    assertThat(again.getString("date")).isEqualTo("2026-05-12");
    assertThat(again.getList("messages", String.class))
        .containsExactly(
            visitor.address + ": has the digest of 2026-05-12 already; there is one a day");
    visitor.mail("Specimen paper");
    mailsAreSent(2);
    assertThat(visitor.mails("Specimen paper")).hasSize(1);
  }

  private JsonPath make(String address) {
    return given()
        .queryParam("date", "2026-05-12")
        .queryParam("for", address)
        .post(management.resolve("/internal/digest"))
        .jsonPath();
  }

  @Test
  void theOperatorIsToldWhatIsWrong() {
    assertThat(make("nobody@example.org").getList("messages"))
        .containsExactly("nobody@example.org is no confirmed subscriber.");
    assertThat(
            given()
                .queryParam("date", "tomorrow")
                .post(management.resolve("/internal/digest"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            given()
                .queryParam("date", "2027-01-01")
                .post(management.resolve("/internal/digest"))
                .jsonPath()
                .getString("message"))
        .contains("in the future");
  }

  @Test
  void aDayWithNothingFittingHasAReasonAndNoMailForWhoWantsNone() throws Exception {
    Arrivals.papers(2);
    visitor
        .at("22", "Pacific/Pago_Pago")
        .form()
        .formParam("keywords", "\"no such phrase\"")
        .formParam("empty", "never")
        .post("/subscribe");
    visitor.confirm();

    JsonPath answer = make(visitor.address);

    assertThat(answer.getLong("created")).isEqualTo(1);
    assertThat(answer.getList("messages", String.class).getFirst())
        .endsWith("nothing to send: no new paper fits (2 new papers)");
    assertThat(Rows.one("select status || ' ' || reason || ' ' || last_announced from digest"))
        .isEqualTo("empty nothing-matched 2026-05-12");
    assertThat(Rows.count("select count(*) from mail where kind = 'digest'")).isZero();
  }

  @Test
  void aQuietDayAndALateSourceAreToldApart() throws Exception {
    Arrivals.papers("2026-05-11", 1);
    visitor.at("22", "Pacific/Pago_Pago").signUp().confirm();
    Rows.change(
        "insert into digest select gen_random_uuid(), id, '2026-05-11', 'empty', 'nothing-matched',"
            + " null, '2026-05-11', 1, 0, now() from subscriber");

    Arrivals.source("quiet", "2026-05-11", 1);
    make(visitor.address);
    assertThat(Rows.one("select reason from digest where day = '2026-05-12'"))
        .isEqualTo("no-announcement");

    Rows.change("delete from digest where day = '2026-05-12'");
    Arrivals.source("late", "2026-05-11", 1);
    make(visitor.address);
    assertThat(Rows.one("select reason from digest where day = '2026-05-12'"))
        .isEqualTo("source-stale");
  }

  @Test
  void aDigestWaitsForPapersThatAreAnnouncedAndNotHere() throws Exception {
    Arrivals.papers(1);
    Arrivals.source("fresh", Arrivals.DAY, 2);
    visitor.at("22", "Pacific/Pago_Pago").signUp().confirm();

    assertThat(make(visitor.address).getList("messages", String.class).getFirst())
        .contains("1 announced papers have not been classified yet");
    assertThat(Rows.count("select count(*) from digest")).isZero();

    Rows.change("update shelf set shelved_at = now() - interval '11 minutes'");
    Rows.change("update source_status set changed_at = now() - interval '11 minutes'");
    assertThat(make(visitor.address).getLong("created")).isEqualTo(1);
    assertThat(visitor.mail("Specimen paper").text())
        .contains("Note: 1 papers announced in these days had not reached us");
    assertThat(Rows.one("select last_announced from digest")).isEqualTo("2026-05-11");
  }
}
