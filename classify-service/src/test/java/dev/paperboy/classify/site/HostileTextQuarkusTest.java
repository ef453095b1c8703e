package dev.paperboy.classify.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.search.PaperSearch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.limits.api-per-minute", value = "60"),
    })
class HostileTextQuarkusTest {
  private static final List<String> HARMLESS_SCHEMES =
      List.of("http://localhost:8080/", "https://");

  @Inject ObjectMapper json;
  @Inject PaperSearch search;

  @BeforeEach
  void announcePapers() throws Exception {
    SitePapers.announceAll(json, search);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?window=month",
        "/search?q=zirconium",
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/papers/2605.70002",
        "/authors/O'Specimen,%20Ada",
        "/authors/%3Cb%20onmouseover=alert(1)%3EEve%3C%2Fb%3E%20Specimen",
        "/topics/information-retrieval",
        "/topics/%3Cscript%3E",
        "/papers/%3Cscript%3Ealert(1)%3C/script%3E",
      })
  void runsNothingOnAPageAndBreaksNoLayout(String path) {
    Document page = Jsoup.parse(get(path).asString(), "http://localhost:8080/");

    assertThat(page.select("script, style, iframe, object, embed, base, img, form[action^=http]"))
        .isEmpty();
    assertThat(page.select("meta[http-equiv]")).isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
      }
    }
    for (Element link : page.select("[href]")) {
      assertThat(link.absUrl("href"))
          .matches(to -> HARMLESS_SCHEMES.stream().anyMatch(to::startsWith));
      assertThat(link.absUrl("href")).doesNotContain("evil.example");
    }
    assertThat(page.select("body > main, body > header, body > footer")).hasSize(3);
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.select("h1")).as("one heading, ours").hasSize(1);
    assertThat(page.select("h1").text()).isNotEqualTo("Broken");
  }

  @Test
  void isNoTemplate() {
    // Braces that only group are dropped, as LaTeX does; nothing in them was looked up.
    assertThat(Jsoup.parse(get("/papers/2605.70002").asString()).select(".sheet-abstract").text())
        .contains("pagekit:version inject:config {#include pagekit/layout}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/search.atom?q=zirconium",
        "/feeds/search.rss?q=zirconium",
        "/feeds/trending.atom?window=month",
        "/feeds/fields/cs.rss",
        "/feeds/search.atom?q=%22%3C/title%3E%3Cscript%3E%01x%22"
      })
  void isTextInAFeed(String path) {
    String xml = get(path).asString();
    Document feed = Jsoup.parse(xml, Parser.xmlParser());
    assertThat(feed.select("script, img, svg, iframe, x|script, *|script")).isEmpty();
    for (Element description : feed.select("description, summary, title, subtitle")) {
      assertThat(description.children()).isEmpty();
    }
    // RSS readers take a description for HTML.
    for (Element description : feed.select("item > description")) {
      assertThat(Jsoup.parse(description.text()).body().children()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/papers/2605.70002.md", "/papers/2605.70002.bib", "/papers/2605.70002.ris"})
  void isNeverServedAsAPage(String path) {
    Response response = get(path);
    assertThat(response.contentType()).doesNotContain("html");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static Response get(String path) {
    return given().urlEncodingEnabled(false).accept("text/html").get(path);
  }
}
