package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a reader, seen, taken along and erased. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class AccountQuarkusTest {
  private static final String PERSONAL =
      """
      select string_agg(distinct table_name, ' ' order by table_name)
      from information_schema.columns
      where table_schema = current_schema() and column_name in ('subscriber_id', 'filter_id')
      """;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();
  private String account;

  @BeforeEach
  void aReaderWithADigestAndAMark() throws Exception {
    FakeClassify.reset();
    FakeClassify.knowsText("robots that grasp", 100, 5);
    MadeUpWeek.arrives();
    visitor
        .form()
        .formParam("about", "robots that grasp")
        .post("/subscribe")
        .then()
        .statusCode(200);
    visitor.confirm();
    given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=2026-05-06"))
        .then()
        .statusCode(200);
    Visitor.browser()
        .formParam("mark", "saved")
        .post(Visitor.path(visitor.mail("6 May").text(), "/feedback/") + "/1")
        .then()
        .statusCode(200);
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    account = Visitor.path(visitor.mail("link to your").text(), "/preferences/") + "/account";
  }

  private static Document page(Response response) {
    return Jsoup.parse(response.then().statusCode(200).extract().asString());
  }

  @Test
  void theHistoryHasDigestsAndMarksWhichCanBeTakenBack() {
    Document page = page(given().get(account));

    assertThat(page.select("main li").first().text())
        .startsWith("Wednesday, 6 May 2026")
        .contains("6 May");
    String digest = Visitor.path(page.select("main li").first().html(), "/digests/");
    given().get(digest).then().statusCode(200);
    assertThat(page.select("main li").last().text()).startsWith("Saved");

    String paper = page.select("button[name=paper]").attr("value");
    assertThat(paper).isEqualTo(Rows.one("select paper_id from mark"));
    Document after = page(Visitor.browser().formParam("paper", paper).post(account));
    assertThat(after.select("button[name=paper]")).isEmpty();
    assertThat(Rows.count("select count(*) from mark")).isZero();
  }

  /** A message takes what others wrote, and it stays text. */
  @Test
  void aTitleInAMessageIsEscaped() {
    Rows.change("update mark set title = '\"><b>fast</b> nets & more'");
    Document page = page(given().get(account));

    assertThat(page.select("main button[name=paper]").attr("aria-label"))
        .isEqualTo("Take back what you said of \"><b>fast</b> nets & more");
    assertThat(page.select("main b")).isEmpty();
  }

  @Test
  void theExportHasEveryTableThatKnowsTheReader() throws Exception {
    Rows.change(
        "insert into digest_change (subscriber_id, paper_id, seq, version, withdrawn, title)"
            + " select subscriber_id, paper_id, seq + 1, 2, true, 'T' from digest_item where rank = 1");
    Response response = given().get(account + "/export");
    response.then().statusCode(200);
    JsonNode all = new ObjectMapper().readTree(response.asString());

    assertThat(response.header("Content-Disposition")).startsWith("attachment");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    assertThat(all.at("/subscriber/address").asText()).isEqualTo(visitor.address);
    // A table that comes to know readers has to come into the export, too.
    assertThat(Rows.one(PERSONAL))
        .isEqualTo("digest digest_change digest_item filter filter_probe mail mark");
    for (String rows :
        List.of(
            "filters",
            "filterVectorsOf",
            "digests",
            "papersSent",
            "changesSent",
            "marks",
            "mails")) {
      assertThat(all.get(rows)).as(rows).isNotEmpty();
    }
    assertThat(all.at("/filters/0/about/0").asText()).isEqualTo("robots that grasp");
    assertThat(response.asString()).doesNotContain("/unsubscribe/").doesNotContain("link_id");
  }

  @Test
  void erasingAsksFirstAndLeavesNoRow() {
    Document page = page(given().get(account + "/erase"));
    assertThat(page.select("h1").text()).isEqualTo("Erase everything?");
    assertThat(visitor.status()).isEqualTo("active");

    page(Visitor.browser().post(page.select("main form").attr("action")));

    Stream.concat(Stream.of("subscriber"), Stream.of(Rows.one(PERSONAL).split(" ")))
        .forEach(
            table -> assertThat(Rows.count("select count(*) from " + table)).as(table).isZero());
    assertThat(given().get(account).statusCode()).isEqualTo(410);
  }

  @Test
  void aDigestsLinkOpensNoneOfIt() {
    String digest = Visitor.path(visitor.mail("6 May").text(), "/digests/");
    String token = digest.substring("/digests/".length());
    for (String path : List.of("", "/export", "/erase")) {
      assertThat(given().get("/preferences/" + token + "/account" + path).statusCode())
          .as(path)
          .isEqualTo(410);
    }
    assertThat(Visitor.browser().post("/preferences/" + token + "/account/erase").statusCode())
        .isEqualTo(410);
    assertThat(visitor.status()).isEqualTo("active");
  }
}
