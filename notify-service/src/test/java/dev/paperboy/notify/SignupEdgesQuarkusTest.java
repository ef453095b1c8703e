package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that are too large, or sent twice or too soon. */
@QuarkusTest
@TestProfile(QuietDays.class)
class SignupEdgesQuarkusTest {
  private final Visitor visitor = new Visitor();

  @BeforeEach
  void nobody() throws Exception {
    Arrivals.nothing();
  }

  private static String token(Response page) {
    return Jsoup.parse(page.asString()).select("input[name=form]").attr("value");
  }

  private RequestSpecification form(String token) {
    return Visitor.browser()
        .formParam("form", token)
        .formParam("address", visitor.address)
        .formParam("topic", "text-embeddings");
  }

  @Test
  void aFormOfTooManyFieldsGetsAPageThatSaysSo() {
    StringBuilder body = new StringBuilder("address=a@example.org");
    IntStream.range(0, 2000).forEach(i -> body.append("&topic=t").append(i));

    Response answer = Visitor.browser().body(body.toString()).post("/subscribe");

    assertThat(answer.statusCode()).isIn(400, 413);
    assertThat(answer.contentType()).contains("text/html");
    assertThat(Jsoup.parse(answer.asString()).select("h1").text()).isNotBlank();
    given().get("/subscribe").then().statusCode(200);
  }

  @Test
  void fifteenLongEntriesAreReadAndABodyBeyondTheLimitIsRefused() {
    String entry = "@misc{a, title = {A title}, abstract = {%s}}".formatted("word ".repeat(1_900));

    Response much = form("").formParam("examples", entry.repeat(15)).post("/subscribe");
    Response tooMuch = form("").formParam("examples", entry.repeat(22)).post("/subscribe");

    assertThat(much.statusCode()).as("the form has run out").isEqualTo(400);
    assertThat(Jsoup.parse(much.asString()).select("#examples").text()).hasSizeGreaterThan(100_000);
    assertThat(tooMuch.statusCode()).isEqualTo(413);
  }

  @Test
  void whoPressesTooSoonPressesAgainAndIsThrough() throws Exception {
    String first = token(given().get("/subscribe"));
    Response tooSoon = form(first).post("/subscribe");
    assertThat(tooSoon.statusCode()).isEqualTo(400);
    assertThat(tooSoon.asString()).contains("quicker than we can read");
    Thread.sleep(2100);

    Response second = form(token(tooSoon)).post("/subscribe");
    Response third = form(first).post("/subscribe");

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(third.asString()).isEqualTo(second.asString());
    visitor.mail("confirm your");
    assertThat(Rows.count("select count(*) from mail")).isEqualTo(1);
  }

  @Test
  void theSameFormTwiceAtOnceIsOneSignUp() throws Exception {
    String token = token(given().get("/subscribe"));
    Thread.sleep(2100);
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Response>> answers =
          IntStream.range(0, 4)
              .mapToObj(i -> threads.submit(() -> form(token).post("/subscribe")))
              .toList();
      for (Future<Response> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
      }
    }
    assertThat(Rows.count("select count(*) from subscriber")).isEqualTo(1);
    assertThat(Rows.count("select count(*) from filter")).isEqualTo(1);
    assertThat(Rows.count("select count(*) from mail")).isEqualTo(1);
  }
}
