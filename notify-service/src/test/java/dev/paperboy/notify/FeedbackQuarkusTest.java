package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers say of papers, from the mail's link to the next digest's order. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class FeedbackQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();
  private String link;

  @BeforeEach
  void aDigestOfTheFirstDay() throws Exception {
    FakeClassify.reset();
    MadeUpWeek.arrives();
    visitor.form().formParam("dial", "0").post("/subscribe").then().statusCode(200);
    visitor.confirm();
    digest("2026-05-06");
    link = Visitor.path(visitor.mail("6 May").text(), "/feedback/");
  }

  private void digest(String date) {
    given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=" + date))
        .then()
        .statusCode(200);
  }

  private Response say(int rank, String mark) {
    return Visitor.browser().formParam("mark", mark).post(link + "/" + rank);
  }

  private static String paper(int rank) {
    return Rows.one("select paper_id from digest_item where rank = ?", rank);
  }

  @Test
  void theMailsLinkAsksAndChangesNothing() {
    Document page =
        Jsoup.parse(given().get(link + "/2").then().statusCode(200).extract().asString());

    assertThat(page.select("h1").text()).isEqualTo("What do you think of this paper?");
    assertThat(page.select("main strong").text())
        .isEqualTo(Rows.one("select body->>'title' from shelf where paper_id = ?", paper(2)));
    assertThat(page.select("form button").eachText())
        .containsExactly("More like this", "Less like this", "Save it", "No opinion");
    assertThat(Rows.count("select count(*) from mark")).isZero();
  }

  @Test
  void theLastWordCountsAndCanBeTakenBack() {
    say(1, "more").then().statusCode(200);
    say(1, "saved").then().statusCode(200);
    say(2, "less").then().statusCode(200);
    assertThat(Rows.one("select string_agg(kind, ' ' order by kind) from mark"))
        .isEqualTo("less saved");

    String answer = say(1, "none").then().statusCode(200).extract().asString();
    assertThat(answer).contains("Taken back");
    assertThat(Rows.one("select kind from mark")).isEqualTo("less");
    assertThat(Rows.one("select paper_id from mark")).isEqualTo(paper(2));
  }

  @Test
  void whatIsNoMarkAndWhatWasNotSentIsRefused() {
    assertThat(say(1, "best").statusCode()).isEqualTo(400);
    assertThat(say(999, "more").statusCode()).isEqualTo(410);
    assertThat(given().get("/feedback/AAAA/1").statusCode()).isEqualTo(410);
    assertThat(
            given()
                .header("Origin", "https://elsewhere.example")
                .formParam("mark", "more")
                .post(link + "/1")
                .statusCode())
        .isEqualTo(403);
    assertThat(Rows.count("select count(*) from mark")).isZero();
  }

  @Test
  void afterUnsubscribingTheLinkIsDead() {
    Visitor.browser()
        .post(Visitor.path(visitor.mail("6 May").text(), "/unsubscribe/"))
        .then()
        .statusCode(200);
    assertThat(given().get(link + "/1").statusCode()).isEqualTo(410);
    assertThat(say(1, "more").statusCode()).isEqualTo(410);
  }

  @Test
  void theNextDigestBeginsWithWhatIsMostLikeWhatWasLiked() {
    int rank =
        (int)
            Rows.count(
                """
                select rank from digest_item join shelf using (paper_id)
                where get_byte(vector, 0) < 128 order by get_byte(vector, 0) desc limit 1
                """);
    say(rank, "more").then().statusCode(200);
    forgetWords();

    digest("2026-05-07");

    assertThat(first("2026-05-07")).isEqualTo(nearestToTheEnd("2026-05-07"));
  }

  @Test
  void aMarkOfAnotherEncoderIsEncodedAgain() {
    say(1, "more").then().statusCode(200);
    say(2, "more").then().statusCode(200);
    FakeClassify.knowsPaper(paper(1), 127, 0);
    Rows.change("update mark set encoder = 'of-old/1', vector = '\\x01'");

    digest("2026-05-07");

    assertThat(first("2026-05-07")).isEqualTo(nearestToTheEnd("2026-05-07"));
    assertThat(
            Rows.one(
                "select string_agg(encoder || ' ' || octet_length(vector), ', ' order by"
                    + " octet_length(vector)) from mark"))
        .isEqualTo("made-up/2 0, made-up/2 2");
    assertThat(Rows.one("select encode(vector, 'hex') from mark where paper_id = ?", paper(1)))
        .isEqualTo("7f00");
  }

  @Test
  void theWordsOfAMarkedPaperAreKeptAndThoseOfMarksFromBeforeAreAskedFor() {
    say(1, "more").then().statusCode(200);
    say(2, "less").then().statusCode(200);
    assertThat(Rows.count("select min(octet_length(words)) from mark")).isGreaterThan(15);
    String vector = Rows.one("select encode(vector, 'hex') from mark where paper_id = ?", paper(2));
    FakeClassify.knowsPaper(paper(1), 127, 0);
    Rows.change("update mark set words = ''");

    digest("2026-05-07");

    assertThat(Rows.count("select octet_length(words) from mark where paper_id = ?", paper(1)))
        .isGreaterThan(15);
    // Of a paper that classify does not know the vector is still good.
    assertThat(Rows.count("select octet_length(words) from mark where paper_id = ?", paper(2)))
        .isEqualTo(1);
    assertThat(Rows.one("select encode(vector, 'hex') from mark where paper_id = ?", paper(2)))
        .isEqualTo(vector);
  }

  /** So that vectors alone decide. */
  private static void forgetWords() {
    assertThat(Rows.change("update mark set words = '\\x01'")).isPositive();
  }

  private static String first(String day) {
    return Rows.one(
        "select paper_id from digest_item i join digest d on d.id = i.digest_id"
            + " where day = ? and rank = 1",
        LocalDate.parse(day));
  }

  /** Papers lie on a half circle: the one nearest to where it begins. */
  private static String nearestToTheEnd(String day) {
    return Rows.one(
        """
        select paper_id from shelf where announced = ? and get_byte(vector, 0) < 128
        order by get_byte(vector, 0) desc, paper_id limit 1
        """,
        LocalDate.parse(day));
  }
}
