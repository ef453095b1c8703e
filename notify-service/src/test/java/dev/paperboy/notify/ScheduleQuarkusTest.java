package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers who want digests on some days only, and those who rest. It is Tuesday, 12 May 2026. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class ScheduleQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  @BeforeEach
  void aWeekOfPapers() throws Exception {
    FakeClassify.reset();
    MadeUpWeek.arrives();
  }

  private void subscribe(RequestSpecification form) {
    form.post("/subscribe").then().statusCode(200);
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

  private static String announced(String day) {
    return Rows.one(
        """
        select min(announced) || ' ' || max(announced) from digest d
          join digest_item i on i.digest_id = d.id join shelf using (paper_id)
        where day = ?::date
        """,
        LocalDate.parse(day));
  }

  private String preferences() {
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    return Visitor.path(visitor.mail("link to your").text(), "/preferences/");
  }

  @Test
  void weeklyIsOnItsDayAndCoversTheWeek() {
    subscribe(visitor.form().formParam("frequency", "weekly").formParam("weekday", "2"));

    assertThat(digest("2026-05-11").getFirst())
        .contains("wants no digest on 2026-05-11, but once a week");
    assertThat(digest("2026-05-12").getFirst()).contains("of 200 new ones, are in the mail");
    assertThat(Rows.count("select count(*) from digest")).isEqualTo(1);
  }

  @Test
  void onMondayWeekdayReadersGetWhatTheWeekendBrought() {
    subscribe(visitor.form().formParam("frequency", "weekdays").formParam("max", "50"));
    digest("2026-05-08");
    Rows.change("update shelf set announced = '2026-05-09' where announced = '2026-05-11'");
    Rows.change(
        "update source_status set days = replace(days::text, '2026-05-11', '2026-05-09')::jsonb");

    assertThat(digest("2026-05-09").getFirst()).contains("but on weekdays");
    assertThat(digest("2026-05-10").getFirst()).contains("but on weekdays");
    digest("2026-05-11");

    assertThat(announced("2026-05-11")).isEqualTo("2026-05-09 2026-05-09");
  }

  @Test
  void aHolidayIsAnEmptyDay() {
    subscribe(visitor.form());
    digest("2026-05-08");

    assertThat(digest("2026-05-10").getFirst()).contains("no papers were announced");
    assertThat(Rows.one("select status || reason from digest where day = '2026-05-10'"))
        .isEqualTo("emptyno-announcement");
  }

  @Test
  void aDigestsLinkPausesAndTheFirstDigestBehindCatchesUp() throws Exception {
    subscribe(visitor.form());
    digest("2026-05-06");
    String link = Visitor.path(visitor.mail("6 May").text(), "/digests/") + "/pause";

    Document page = Jsoup.parse(given().get(link).then().statusCode(200).extract().asString());
    assertThat(page.select("h1").text()).isEqualTo("Pause the digests?");
    assertThat(Rows.one("select paused_until from subscriber")).isNull();
    String answer =
        Visitor.browser()
            .formParam("days", "7")
            .post(link)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("They come again on Tuesday, 19 May 2026.");
    assertThat(given().get(link).asString()).contains("The digests rest");
    assertThat(digest("2026-05-12").getFirst()).contains("has a pause until 2026-05-19");
    assertThat(Visitor.browser().formParam("days", "36500").post(link).statusCode()).isEqualTo(400);

    Visitor.browser().formParam("days", "0").post(link).then().statusCode(200);
    assertThat(digest("2026-05-12").getFirst()).contains("of 160 new ones, are in the mail");
    assertThat(Rows.one("select note from digest where day = '2026-05-12'")).isNull();
  }

  @Test
  void whoWasAwayForLongerThanPapersAreKeptIsTold() {
    subscribe(visitor.form());
    digest("2026-05-06");
    Rows.change("update digest set last_announced = '2026-03-01'");

    digest("2026-05-12");

    assertThat(Rows.one("select note from digest where day = '2026-05-12'"))
        .startsWith("It is more than 30 days since your last digest.");
    assertThat(visitor.mail("12 May").text()).contains("the best of what is still there");
  }

  @Test
  void preferencesHoldTheSchedule() {
    subscribe(visitor.form());
    String link = preferences();
    assertThat(Visitor.browser().formParam("pause", "some day").post(link).statusCode())
        .isEqualTo(400);

    Visitor.browser()
        .formParam("frequency", "weekly")
        .formParam("weekday", "5")
        .formParam("pause", "2026-06-01")
        .formParam("zone", "Asia/Tokyo")
        .post(link)
        .then()
        .statusCode(200);

    assertThat(
            Rows.one(
                "select frequency || weekday || send_hour || zone || paused_until"
                    + " from subscriber"))
        .isEqualTo("weekly57Asia/Tokyo2026-06-01");
  }

  @Test
  void aPreferencesFormShowsWhatIsStored() {
    subscribe(visitor.form().formParam("frequency", "weekly").formParam("weekday", "5"));
    Rows.change("update subscriber set paused_until = '2026-06-01'");
    Document page = Jsoup.parse(given().get(preferences()).asString());

    assertThat(page.select("input[name=frequency][checked]").attr("value")).isEqualTo("weekly");
    assertThat(page.select("input[name=frequency]").eachAttr("value")).contains("off");
    assertThat(page.select("#weekday option[selected]").text()).isEqualTo("Friday");
    assertThat(page.select("#pause").attr("value")).isEqualTo("2026-06-01");
    assertThat(Jsoup.parse(given().get("/subscribe").asString()).select("#pause")).isEmpty();
  }
}
