package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription moves to another address, if both want it. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class AddressChangeQuarkusTest {
  private final Visitor reader = new Visitor();
  private final Visitor other = new Visitor();
  private String preferences;

  @BeforeEach
  void aReader() throws Exception {
    FakeClassify.reset();
    Arrivals.nothing();
    reader.form().formParam("keywords", "robots").post("/subscribe").then().statusCode(200);
    reader.confirm();
    Visitor.browser()
        .formParam("address", reader.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    preferences = Visitor.path(reader.mail("link to your").text(), "/preferences/");
  }

  private Response ask(String address) {
    return Visitor.browser().formParam("address", address).post(preferences + "/address");
  }

  private String link() {
    return Visitor.path(other.mail("new address").text(), "/confirm/address/");
  }

  private static Document page(Response response) {
    return Jsoup.parse(response.then().statusCode(200).extract().asString());
  }

  @Test
  void theNewSideHasToAgreeAndTheOldOneIsTold() {
    page(ask(other.address));
    String link = link();
    Document question = page(given().get(link));

    assertThat(question.select("main").text()).contains(reader.address).contains(other.address);
    assertThat(reader.status()).isEqualTo("active");

    page(Visitor.browser().post(question.select("main form").attr("action")));

    assertThat(other.status()).isEqualTo("active");
    assertThat(reader.status()).isNull();
    assertThat(Rows.one("select keywords[1] from filter")).isEqualTo("robots");
    assertThat(reader.mail("another address").text()).contains(other.address);
    assertThat(given().get(link).statusCode()).as("used").isEqualTo(410);
    assertThat(given().get(preferences).statusCode()).as("the old side's").isEqualTo(410);
  }

  @Test
  void aLaterChangeEndsTheLinkOfAnEarlierOne() {
    page(ask(other.address));
    String first = link();
    page(ask(new Visitor().address));

    assertThat(given().get(first).statusCode()).isEqualTo(410);
    assertThat(Visitor.browser().post(first).statusCode()).isEqualTo(410);
    assertThat(reader.status()).isEqualTo("active");
  }

  @Test
  void anAddressWithASubscriptionIsNotTakenOver() {
    other.signUp().confirm();
    page(ask(other.address));

    Document answer = page(Visitor.browser().post(link()));

    assertThat(answer.select("h1").text()).isEqualTo("This address has a subscription of its own");
    assertThat(reader.status()).isEqualTo("active");
    assertThat(Rows.count("select count(*) from subscriber")).isEqualTo(2);
  }

  @Test
  void whoNeverConfirmedIsReplacedByWhoDoes() {
    other.signUp();
    page(ask(other.address));
    page(Visitor.browser().post(link()));

    assertThat(other.status()).isEqualTo("active");
    assertThat(Rows.count("select count(*) from subscriber")).isEqualTo(1);
  }

  @Test
  void anAddressIsAskedOnceADayAndTheEarlierLinkStays() {
    String first = page(ask(other.address)).text();
    String link = link();
    String second = page(ask(other.address)).text();

    assertThat(second).isEqualTo(first);
    assertThat(Rows.count("select count(*) from mail where kind = 'change'")).isEqualTo(1);
    assertThat(given().get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void whoMistypedAnAddressComesBackToTheRightOne() {
    page(ask(other.address));
    String right = link();
    Visitor stranger = new Visitor();
    page(ask(stranger.address));
    String wrong = Visitor.path(stranger.mail("new address").text(), "/confirm/address/");

    page(ask(other.address));

    assertThat(given().get(wrong).statusCode()).as("the stranger's").isEqualTo(410);
    assertThat(Visitor.browser().post(wrong).statusCode()).isEqualTo(410);
    page(Visitor.browser().post(right));
    assertThat(other.status()).isEqualTo("active");
    assertThat(stranger.status()).isNull();
    assertThat(Rows.count("select count(*) from mail where kind = 'change'")).isEqualTo(2);
  }

  @Test
  void anAddressThatCannotGetMailsEndsTheLinkOfTheOneBefore() {
    page(ask(other.address));
    String link = link();
    Visitor bounced = new Visitor();
    bounced.signUp().confirm();
    Rows.change("update subscriber set status = 'suppressed' where address = ?", bounced.address);

    page(ask(bounced.address));

    assertThat(given().get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void nobodyMailsManyStrangers() {
    for (int i = 0; i < 5; i++) {
      assertThat(page(ask(new Visitor().address)).select("h1").text()).contains("your mail");
    }
    assertThat(page(ask(new Visitor().address)).select("h1").text()).isEqualTo("Enough for today");
    assertThat(Rows.count("select count(*) from mail where kind = 'change'")).isEqualTo(5);
  }

  @Test
  void anAddressThatCannotGetMailsIsNotAsked() {
    other.signUp().confirm();
    Rows.change("update subscriber set status = 'suppressed' where address = ?", other.address);

    page(ask(other.address));

    assertThat(Rows.count("select count(*) from mail where kind = 'change'")).isZero();
  }

  @Test
  void mistakesAreSaidAndNothingIsMailed() {
    for (String wrong : new String[] {"", "nobody", reader.address.toUpperCase()}) {
      Response again = ask(wrong);
      assertThat(again.statusCode()).as(wrong).isEqualTo(400);
      assertThat(Jsoup.parse(again.asString()).select("#address-problem").text()).isNotEmpty();
    }
    assertThat(Rows.count("select count(*) from mail where kind = 'change'")).isZero();
  }
}
