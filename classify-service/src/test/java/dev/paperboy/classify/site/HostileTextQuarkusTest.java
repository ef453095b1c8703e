package dev.paperboy.classify.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ch.difty.kris.KRis;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.past.PaperPast;
import dev.paperboy.classify.search.Neighbourhood;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.RelatedVersion;
import dev.paperboy.classify.search.SimilarPaper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.List;
import java.util.TreeMap;
import org.jbibtex.BibTeXParser;
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
        "/topics",
        "/topics/machine-learning",
        "/?window=month&field=%3Cscript%3E",
        "/papers/2605.70001",
        "/papers/2605.70004",
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
      strings = {
        "/papers/2605.70002.md",
        "/papers/2605.70002.bib",
        "/papers/2605.70002.ris",
        "/papers/2605.70002.csl.json",
        "/feeds/search.json?q=zirconium",
        "/feeds/search.bib?q=zirconium",
        "/feeds/search.ris?q=zirconium",
        "/api/v1/papers/2605.70002",
        "/api/v1/search?q=zirconium",
        "/api/v1/search?q=%3Cscript%3Ealert(1)%3C/script%3E:",
        "/api/v1/similar/2605.70001",
        "/api/v1/papers/%3Cscript%3E",
        "/api/v1/topics",
        "/api/daily_papers?month=2026-05",
        "/api/papers/2605.70002",
        "/api/papers/search?q=zirconium",
        "/api/daily_papers?sort=%3Cscript%3E",
      })
  void isNeverServedAsAPage(String path) {
    Response response = get(path);
    assertThat(response.contentType()).doesNotContain("html");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/papers/2605.70002.csl.json",
        "/feeds/search.json?q=zirconium",
        "/api/v1/papers/2605.70002",
        "/api/v1/search?q=zirconium",
        "/api/v1/search?q=%22%3Cscript%3E",
        "/api/daily_papers?month=2026-05",
        "/api/papers/2605.70002",
      })
  void isTextInJson(String path) throws Exception {
    // Read back by a strict reader, a title is the title and nothing more.
    JsonNode read = json.readTree(getAny(path).asByteArray());
    assertThat(read.isContainerNode()).as(read.toString()).isTrue();
    List<String> titles = read.findValuesAsText("title");
    assertThat(titles).as(read.toString()).isNotEmpty();
    if (!path.contains("script")) {
      assertThat(titles).as(read.toString()).contains("Zirconium " + HostileText.TITLE);
    }
    assertThat(getAny(path).asString()).doesNotContain("\u0007", "\u0000");
  }

  @Test
  void isTextInReferences() throws Exception {
    String bib = get("/feeds/search.bib?q=zirconium").asString();
    assertThat(new BibTeXParser().parse(new StringReader(bib)).getEntries())
        .hasSize(SitePapers.ZIRCONIUM);
    String ris = get("/feeds/search.ris?q=zirconium").asString();
    assertThat(KRis.processList(ris.lines().toList())).hasSize(SitePapers.ZIRCONIUM);
  }

  @Test
  void similarPapersAndVersionsAreText() {
    PaperCard plain = search.paper(SitePapers.PLAIN).orElseThrow();
    PaperCard hostile = search.paper(SitePapers.HOSTILE).orElseThrow();
    Document page =
        Jsoup.parse(
            PaperPages.Templates.paper(
                    PaperPage.of(
                        plain,
                        List.of(HostileText.TITLE),
                        new Neighbourhood(
                            List.of(new RelatedVersion(hostile, 0.98, 0.5)),
                            List.of(new SimilarPaper(hostile, 0.9))),
                        PaperPast.UNKNOWN,
                        new TreeMap<>(),
                        search.today(),
                        "http://localhost:8080"))
                .render());
    assertThat(page.select("script, b")).isEmpty();
    assertThat(page.select(".briefs h3 a").eachText())
        .hasSize(2)
        .allMatch(title -> title.contains("<script>alert(1)</script>"));
    assertThat(page.select(".phrases a").text()).contains("<script>alert(1)</script>");
  }

  private static Response getAny(String path) {
    return given().urlEncodingEnabled(false).accept("*/*").get(path);
  }

  private static Response get(String path) {
    return given().urlEncodingEnabled(false).accept("text/html").get(path);
  }
}
