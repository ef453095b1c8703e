package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First the filter, then what it would have sent, then where to; as a browser without scripts. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class SubscribeStepsQuarkusTest {
  private final Visitor visitor = new Visitor();

  @BeforeEach
  void aWeekOfPapers() throws Exception {
    FakeClassify.reset();
    MadeUpWeek.arrives();
  }

  private static Document page(Response response) {
    return Jsoup.parse(response.then().statusCode(200).extract().asString(), Visitor.SITE);
  }

  private static FormElement form(Document page) {
    return (FormElement) page.selectFirst("form#form");
  }

  /** Presses a button of a form: all fields go where the button says. */
  private static Response press(FormElement form, String button) {
    String to =
        form.select("button").stream()
            .filter(each -> each.text().equals(button))
            .map(each -> each.hasAttr("formaction") ? each.attr("formaction") : form.attr("action"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button " + button));
    RequestSpecification request = Visitor.browser();
    form.formData().forEach(field -> request.formParam(field.key(), field.value()));
    return request.post(to);
  }

  @Test
  void theAddressIsAskedForLastAndWhatWasTypedStays() {
    Document first = page(given().get("/subscribe?q=robots"));
    assertThat(first.select("#address, #zone, #hour")).isEmpty();
    FormElement filter = form(first);
    filter.selectFirst("#exclusions").text("survey");
    filter.selectFirst("input[value=math.*]").attr("checked", true);

    Document second = page(press(filter, "Show me what this would send"));

    assertThat(second.select("h1").text()).matches("In the last week this would have sent \\d+ .*");
    assertThat(second.select("#sample").text()).startsWith("The digest of ");
    assertThat(second.select("details.chosen").hasAttr("open")).isFalse();
    FormElement where = form(second);
    assertThat(where.select("#keywords").text()).isEqualTo("robots");
    assertThat(where.select("#zone option[selected]").attr("value")).isEqualTo("UTC");
    where.selectFirst("#address").val("nobody");
    where.select("#hour option").removeAttr("selected");
    where.selectFirst("#hour option[value=9]").attr("selected", true);

    Document mistaken =
        Jsoup.parse(press(where, "Subscribe").then().statusCode(400).extract().asString());
    assertThat(mistaken.select("#address-problem").text()).isNotBlank();
    assertThat(mistaken.select("details.chosen").hasAttr("open")).isFalse();
    FormElement again = form(mistaken);
    assertThat(again.select("#hour option[selected]").attr("value")).isEqualTo("9");
    again.selectFirst("#address").val(visitor.address);

    assertThat(page(press(again, "Subscribe")).select("h1").text())
        .isEqualTo("Please look into your mail");
    assertThat(
            Rows.one(
                "select keywords[1] || ' ' || exclusions[1] || ' ' || categories[1] || ' ' ||"
                    + " send_hour from filter join subscriber s on s.id = subscriber_id"))
        .isEqualTo("robots survey math.* 9");
  }

  @Test
  void whoLooksAgainKeepsTheAddress() {
    FormElement where =
        form(page(press(form(page(given().get("/subscribe"))), "Show me what this would send")));
    where.selectFirst("#address").val(visitor.address);
    where.selectFirst("#keywords").text("no-such-word");

    Document again = page(press(where, "Show me what this would send"));

    assertThat(again.select("h1").text()).endsWith("would have sent nothing");
    assertThat(again.select("#address").val()).isEqualTo(visitor.address);
    assertThat(again.select("details.chosen").hasAttr("open")).as("to change it").isTrue();
  }

  @Test
  void mistakesComeBackInTheStepTheyWereMadeIn() {
    FormElement filter = form(page(given().get("/subscribe?author=123")));
    Response first = press(filter, "Show me what this would send");
    assertThat(first.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(first.asString()).select("#address")).isEmpty();

    Response second = visitor.form().formParam("authors", "123").post("/subscribe");
    assertThat(second.statusCode()).isEqualTo(400);
    Document page = Jsoup.parse(second.asString());
    assertThat(page.select("#address").val()).isEqualTo(visitor.address);
    assertThat(page.select("details.chosen").hasAttr("open")).isTrue();
    assertThat(page.select("details.chosen #authors-problem").text()).contains("no name");
  }

  @Test
  void withoutAPreviewOneCanSubscribeAllTheSame() {
    Rows.change("delete from signup_throttle");
    Response answer = null;
    for (int i = 0; i < 26; i++) {
      answer = visitor.form().formParam("keywords", "robots").post("/preview");
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("3600");
    Document page = Jsoup.parse(answer.asString());
    assertThat(page.select(".notice").text()).contains("subscribe all the same");
    page(press(form(page), "Subscribe"));
    assertThat(visitor.status()).isEqualTo("pending");
  }

  /** As search, topic, author and trending pages link to it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=%22sentence+encoder%22+-survey|#keywords|\"sentence encoder\" -survey",
        "author=Ada+Specimen&author=E.+Noether|#authors|Ada Specimen E. Noether",
        "about=how+robots+grasp|#about|how robots grasp",
        "like=2405.14906|#examples|2405.14906",
        "without=survey|#exclusions|survey",
      })
  void aLinkFillsATextIn(String query, String field, String text) {
    Document page = page(given().urlEncodingEnabled(false).get("/subscribe?" + query));
    assertThat(page.select(field).text()).isEqualToNormalizingWhitespace(text);
  }

  @ParameterizedTest
  @CsvSource({
    "topic=text-embeddings&topic=no-such-topic, text-embeddings",
    "cat=cs.IR, cs.IR",
    "category=cs.IR&category=nlin.CD, cs.IR",
  })
  void aLinkTicksABox(String query, String value) {
    Document page = page(given().get("/subscribe?" + query));
    assertThat(page.select("input[checked][type=checkbox]").eachAttr("value"))
        .containsExactly(value);
    assertThat(page.select("#categories").val()).isEqualTo(query.contains("nlin") ? "nlin.CD" : "");
  }

  @Test
  void aLinkWithMarkupFillsInText() {
    Document page =
        page(given().queryParam("q", "\"></textarea><script>x</script>").get("/subscribe"));
    assertThat(page.select("#keywords").text()).isEqualTo("\"></textarea><script>x</script>");
    assertThat(page.select("script:not([src])")).isEmpty();
  }

  @Test
  void onlyPagesWithTheFormMayRunAScriptAndOnlyOurs() {
    Response form = given().get("/subscribe");
    assertThat(form.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .endsWith("; script-src 'self'");
    Document page = page(form);
    assertThat(page.select("script").eachAttr("src"))
        .hasSize(1)
        .allMatch(src -> src.matches("/static/topics\\.js\\?v=[0-9a-f]{10}"));
    given().get(page.select("script").attr("src")).then().statusCode(200);
    assertThat(page.select("label.choice[data-words]").first().attr("data-words"))
        .isEqualTo("document ranking, passage retrieval");
    assertThat(page.select(".topic-search").hasAttr("hidden")).as("until the script runs").isTrue();
    assertThat(page.select(".topic-search input").hasAttr("name")).isFalse();
    assertThat(page.select(".topic-group input[type=checkbox]")).hasSize(2);

    assertThat(given().get("/preferences").header("Content-Security-Policy"))
        .doesNotContain("script-src");
  }
}
