package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader's papers in other ways than by the day's mail: as a feed, as a test, as references. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class OwnDigestsQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  @BeforeEach
  void aReader() throws Exception {
    FakeClassify.reset();
    MadeUpWeek.arrives();
    visitor
        .form()
        .formParam("keywords", "robots")
        .formParam("max", "5")
        .post("/subscribe")
        .then()
        .statusCode(200);
    visitor.confirm();
  }

  private String preferences() {
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    return Visitor.path(visitor.mail("link to your").text(), "/preferences/");
  }

  private void digest(String date) {
    given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=" + date))
        .then()
        .statusCode(200);
  }

  /** The page that shows the feed's address, or that there is none. */
  private Document feed(String preferences, String wanted) {
    Response response =
        Visitor.browser()
            .redirects()
            .follow(false)
            .formParam("filter", Rows.one("select id from filter"))
            .formParam("feed", wanted)
            .post(preferences + "/feed");
    assertThat(response.statusCode()).isEqualTo(303);
    return Jsoup.parse(
        given()
            .get(Visitor.path(response.header("Location"), "/preferences/"))
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static String address(Document page) {
    return Visitor.path(page.select("a[href*=/my/feeds/]").outerHtml(), "/my/feeds/");
  }

  private static List<String> ids(String date) {
    return List.of(
        Rows.one(
                """
                select string_agg(replace(paper_id, 'arxiv:', ''), ' ' order by rank)
                from digest d join digest_item i on i.digest_id = d.id
                where day = ?::date and not title_only
                """,
                java.time.LocalDate.parse(date))
            .split(" "));
  }

  @Test
  void aFilterIsAFeedOfWhatItsDigestsShow() throws Exception {
    for (String date : MadeUpWeek.DATES) {
      digest(date);
    }
    String feed = address(feed(preferences(), "new"));
    Response atom = given().get(feed + ".atom");
    Document read = Jsoup.parse(atom.asString(), Parser.xmlParser());
    JsonNode json = new ObjectMapper().readTree(given().get(feed + ".json").asString());

    assertThat(atom.header("Content-Type")).startsWith("application/atom+xml");
    assertThat(atom.header("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(atom.header("Cache-Control")).startsWith("private");
    assertThat(read.select("entry > id").eachText().stream().map(url -> url.replaceAll(".*/", "")))
        .startsWith(ids("2026-05-12").toArray(String[]::new))
        .containsAll(ids("2026-05-06"));
    assertThat(read.select("entry > summary").first().text()).startsWith("Because:");
    assertThat(json.at("/items").size()).isEqualTo(read.select("entry").size());
    assertThat(given().get(feed + ".rss").statusCode()).isEqualTo(200);
    assertThat(
            given().header("If-None-Match", atom.header("ETag")).get(feed + ".atom").statusCode())
        .isEqualTo(304);
  }

  @Test
  void anotherAddressEndsTheOneBeforeAndNoneEndsAll() {
    String preferences = preferences();
    Document page = feed(preferences, "new");
    String first = address(page);
    String next = page.select("form[action$=/feed]").attr("action").replaceFirst("/feed$", "");
    page = feed(next, "new");
    String second = address(page);

    assertThat(given().get(first + ".atom").statusCode()).isEqualTo(404);
    assertThat(given().get(second + ".atom").statusCode()).isEqualTo(200);
    assertThat(given().get(preferences).statusCode()).as("the link is used up").isEqualTo(410);

    next = page.select("form[action$=/feed]").attr("action").replaceFirst("/feed$", "");
    page = feed(next, "none");

    assertThat(page.select("a[href*=/my/feeds/]")).isEmpty();
    assertThat(given().get(second + ".atom").statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverLeavesHasNoFeed() {
    String feed = address(feed(preferences(), "new"));
    Rows.change("update subscriber set status = 'unsubscribed'");
    assertThat(given().get(feed + ".json").statusCode()).isEqualTo(404);
  }

  @Test
  void aTestDigestComesAndDoesNotCount() {
    String preferences = preferences();
    Document answer =
        Jsoup.parse(Visitor.browser().post(preferences + "/test").then().extract().asString());
    assertThat(answer.select("h1").text()).isEqualTo("A test digest is on its way");

    String text = visitor.mail("Test: ").text();
    assertThat(text).contains("12 May").doesNotContain("Read on the web").doesNotContain("Pause:");
    assertThat(Rows.count("select count(*) from digest_item")).isZero();

    digest("2026-05-12");
    for (String id : ids("2026-05-12")) {
      assertThat(text).contains(id);
    }
  }

  @Test
  void aWeeklyReadersTestDigestIsOfAWeek() {
    Rows.change("update subscriber set frequency = 'weekly', weekday = 5");
    Visitor.browser().post(preferences() + "/test").then().statusCode(200);

    assertThat(visitor.mail("Test: ").text()).contains("\n200 new papers, ");
  }

  @Test
  void aTestDigestOfNothingIsNotSent() {
    Rows.change("update filter set keywords = '{nothing-like-it}'");
    Document answer =
        Jsoup.parse(Visitor.browser().post(preferences() + "/test").then().extract().asString());

    assertThat(answer.select("h1").text()).isEqualTo("There is nothing to send");
    assertThat(Rows.count("select count(*) from mail where kind = 'test'")).isZero();
  }

  @Test
  void aDigestIsBibTeX() {
    digest("2026-05-12");
    String link = Visitor.path(visitor.mail("12 May").text(), "/digests/");
    Response references = given().get(link + "/papers.bib");

    assertThat(references.header("Content-Type")).startsWith("application/x-bibtex");
    for (String id : ids("2026-05-12")) {
      assertThat(references.asString()).contains("eprint = {" + id + "}");
    }
    long entries =
        Pattern.compile("^@misc", Pattern.MULTILINE)
            .matcher(references.asString())
            .results()
            .count();
    assertThat(entries).isEqualTo(Rows.count("select count(*) from digest_item"));

    Rows.change("delete from shelf where paper_id = (select paper_id from digest_item limit 1)");
    assertThat(given().get(link + "/papers.bib").asString()).startsWith("% 1 paper of");
  }

  @Test
  void itsReferencesOutliveTheShelf() {
    digest("2026-05-12");
    String link = Visitor.path(visitor.mail("12 May").text(), "/digests/") + "/papers.bib";
    String before = given().get(link).asString();

    Rows.change("update shelf set announced = '2026-01-01'");
    await().atMost(Visitor.PATIENCE).until(() -> Rows.count("select count(*) from shelf") == 0);

    assertThat(Rows.one("select string_agg(paper_id, ' ' order by paper_id) from sent_paper"))
        .isEqualTo(Rows.one("select string_agg(paper_id, ' ' order by paper_id) from digest_item"));
    assertThat(given().get(link).asString()).isEqualTo(before).contains("@misc");
  }

  @Test
  void anOldDigestIsItsTitles() {
    digest("2026-05-12");
    String link = Visitor.path(visitor.mail("12 May").text(), "/digests/");
    List<String> titles = Jsoup.parse(given().get(link).asString()).select("h2 a").eachText();
    await()
        .atMost(Visitor.PATIENCE)
        .until(() -> Rows.count("select count(*) from mail where status <> 'sent'") == 0);
    Rows.change("update mail set created_at = now() - interval '29 days' where kind <> 'digest'");

    Rows.change("update mail set created_at = now() - interval '31 days' where kind = 'digest'");
    await()
        .atMost(Visitor.PATIENCE)
        .until(() -> Rows.count("select count(*) from mail where bodiless") == 1);

    Document page = Jsoup.parse(given().get(link).asString());
    assertThat(page.select("h1").text()).isEqualTo("Your digest of Tuesday, 12 May 2026");
    assertThat(page.select("main ol a").eachText()).containsAll(titles);
    assertThat(page.select("a[href$=.bib]")).hasSize(1);
    assertThat(Rows.one("select html || body_text || headers from mail where bodiless"))
        .isEqualTo("{}");
    assertThat(Rows.count("select count(*) from mail where kind = 'digest' and not bodiless"))
        .isZero();
    assertThat(Rows.count("select count(*) from mail where kind <> 'digest' and html = ''"))
        .isZero();
  }
}
