package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who left can still see, take along and erase what is kept. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class LeftQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  @BeforeEach
  void somebodyWhoLeft() throws Exception {
    FakeClassify.reset();
    MadeUpWeek.arrives();
    visitor.form().formParam("keywords", "robots").post("/subscribe").then().statusCode(200);
    visitor.confirm();
    given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=2026-05-12"))
        .then()
        .statusCode(200);
    Visitor.browser()
        .post(Visitor.path(visitor.mail("12 May").text(), "/unsubscribe/"))
        .then()
        .statusCode(200);
    assertThat(visitor.status()).isEqualTo("unsubscribed");
  }

  private Response ask() {
    return Visitor.browser().formParam("address", visitor.address).post("/preferences");
  }

  private String link() {
    return Visitor.path(visitor.mail("what Paperboy keeps").text(), "/preferences/");
  }

  private static Document page(Response response) {
    return Jsoup.parse(response.then().statusCode(200).extract().asString());
  }

  @Test
  void aFreshLinkShowsWhatIsKeptAndNothingElse() {
    page(ask());
    String link = link();

    Document account = page(given().get(link + "/account"));

    assertThat(account.select("main li").text()).contains("12 May");
    assertThat(account.select("main").text()).contains("You have left");
    assertThat(account.select("main a").eachAttr("href"))
        .contains(link + "/account/export", link + "/account/erase")
        .doesNotContain(link);
    Response export = given().get(link + "/account/export");
    assertThat(export.jsonPath().getString("subscriber.address")).isEqualTo(visitor.address);
    assertThat(export.jsonPath().getList("papersSent")).isNotEmpty();
    for (String closed : new String[] {"", "/address"}) {
      assertThat(given().get(link + closed).statusCode()).as(closed).isEqualTo(410);
    }
    assertThat(Visitor.browser().formParam("keywords", "x").post(link).statusCode()).isEqualTo(410);
    assertThat(Visitor.browser().post(link + "/test").statusCode()).isEqualTo(410);
    assertThat(visitor.status()).isEqualTo("unsubscribed");
  }

  @Test
  void aStrangersSignUpTakesNothingAway() {
    page(ask());
    String link = link();
    visitor.form().formParam("keywords", "x").post("/subscribe").then().statusCode(200);
    assertThat(visitor.status()).isEqualTo("pending");

    assertThat(page(given().get(link + "/account")).select("main li").text()).contains("12 May");
  }

  @Test
  void aLinkIsMailedWhileASignUpWaits() {
    visitor.form().formParam("keywords", "x").post("/subscribe").then().statusCode(200);

    page(ask());

    given().get(link() + "/account").then().statusCode(200);
  }

  @Test
  void erasingLeavesNothing() {
    page(ask());
    String link = link();
    Document question = page(given().get(link + "/account/erase"));
    assertThat(question.select("main").text()).contains(visitor.address);

    page(Visitor.browser().post(question.select("main form").attr("action")));

    for (String table : new String[] {"subscriber", "filter", "digest", "digest_item", "mail"}) {
      assertThat(Rows.count("select count(*) from " + table)).as(table).isZero();
    }
    assertThat(given().get(link + "/account").statusCode()).isEqualTo(410);
  }

  @Test
  void strangersCannotHaveItMailedMoreThanOnceADay() {
    String first = ask().asString();
    link();
    String second = ask().asString();

    assertThat(second).isEqualTo(first);
    assertThat(Rows.count("select count(*) from mail where kind = 'account'")).isEqualTo(1);
    Visitor nobody = new Visitor();
    assertThat(
            Visitor.browser().formParam("address", nobody.address).post("/preferences").asString())
        .as("an address that nobody knows")
        .isEqualTo(first);
  }
}
