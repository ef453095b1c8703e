package dev.paperboy.classify.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.search.Fusion;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.QueryShape;
import dev.paperboy.pagekit.PageAssets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.limits.api-per-minute", value = "60"),
    })
class SiteQuarkusTest {
  @Inject ObjectMapper json;
  @Inject PaperSearch search;

  @BeforeEach
  void announcePapers() throws Exception {
    SitePapers.announceAll(json, search);
  }

  @Test
  void theFrontPageHasTheSubscribeBoxTheSearchBoxAndTheList() {
    String page = page("/?window=month");
    assertThat(page)
        .contains("Get the papers that matter in your inbox, once a day")
        .contains("<form action=\"/subscribe\" method=\"get\">")
        .contains("<form class=\"searchbox\" action=\"/search\" method=\"get\" role=\"search\">")
        .contains("Tuesday 12 May 2026")
        .contains("Unmistakable zirconium α² retrieval")
        .contains("<a href=\"/papers/2605.70001\">Unmistakable zirconium α² retrieval</a>")
        .contains("href=\"https://arxiv.org/abs/2605.70001\"")
        .contains("<a href=\"/?window=month\" aria-current=\"true\">Month</a>");
  }

  @Test
  void laterPagesGetToThePoint() {
    assertThat(page("/?page=2")).contains("<h1 id=\"list\">").doesNotContain("class=\"hero\"");
  }

  @Test
  void searchFindsAndOffersTheMail() {
    String page = page("/search?q=unmistakable%20zirconium");
    assertThat(page).contains("href=\"/subscribe?q=unmistakable+zirconium\"");
    assertThat(Jsoup.parse(page).select(".paper-title").first().text())
        .isEqualTo("Unmistakable zirconium α² retrieval");
    assertThat(page("/search?q=%22unmistakable%20zirconium%22"))
        .contains("<h2 id=\"list\">1 paper</h2>");
  }

  @Test
  void hostileTextIsShownAsText() {
    assertThat(page("/search?q=title:zirconium"))
        .contains("Zirconium &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;")
        .contains("&lt;img src=x onerror=alert(2)&gt; text");
  }

  @Test
  void noPageNeedsAScript() {
    for (String path : List.of("/", "/search", "/search?q=zirconium", "/nowhere")) {
      assertThat(given().get(path).asString()).doesNotContain("<script", " onclick", " style=");
    }
  }

  @Test
  void aSpecimenIsMarkedAndLinksToNoArchive() {
    assertThat(page("/search?q=zirconium%20specimen"))
        .contains("<span class=\"flag flag-specimen\"")
        .doesNotContain("arxiv.org/abs/2605.70003");
  }

  @Test
  void aQueryThatCannotBeReadIsMarkedAndItsWordsAreSearched() {
    assertThat(page("/search?q=autor:zirconium"))
        .contains("<mark>autor:zirconium</mark>")
        .contains("Below are papers with the plain words instead")
        .doesNotContain("Mail me this");
  }

  @Test
  void aPaperHasItsPage() {
    Document page = Jsoup.parse(page("/papers/2605.70001"));
    // A formula's characters stand one after the other; the browser raises them.
    assertThat(page.select("h1").text()).isEqualTo("Unmistakable zirconium α2 retrieval");
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("http://localhost:8080/papers/2605.70001");
    assertThat(page.select("meta[name=citation_title]").attr("content"))
        .isEqualTo("Unmistakable zirconium α² retrieval");
    assertThat(page.select("meta[name=citation_author]").eachAttr("content"))
        .containsExactly("Ada Specimen", "The SPECIMEN Collaboration");
    assertThat(page.select("meta[name=citation_arxiv_id]").attr("content")).isEqualTo("2605.70001");
    assertThat(page.select("meta[name=citation_pdf_url]").attr("content"))
        .isEqualTo("https://arxiv.org/pdf/2605.70001");
    assertThat(page.select(".sheet-abstract").text()).isEqualTo("Plain text.");
    assertThat(page.select(".briefs a").eachAttr("href"))
        .as("similar papers, without itself")
        .contains("/papers/2605.70003")
        .doesNotContain("/papers/2605.70001");
  }

  @Test
  void aPaperOfNearlyTheSameWordsIsAskedAboutAndNotAlsoSimilar() {
    Document page = Jsoup.parse(page("/papers/2605.70004"));
    assertThat(page.select("section[aria-labelledby=versions] h2").text())
        .isEqualTo("Related version?");
    assertThat(page.select("section[aria-labelledby=versions] a").eachAttr("href"))
        .containsExactly("/papers/biorxiv:10.1101/2026.05.01.654321");
    assertThat(page.select("section[aria-labelledby=similar] a").eachAttr("href"))
        .isNotEmpty()
        .doesNotContain("/papers/biorxiv:10.1101/2026.05.01.654321");
    assertThat(given().get("/papers/2605.70004.md").asString())
        .contains("## Related version?\n\n- The microbes of garden soil <http");
    assertThat(page("/papers/2605.70001")).doesNotContain("Related version?");
  }

  @Test
  void keyPhrasesAreLiftedAndLeadToPapersThatSayThem() {
    Document page = Jsoup.parse(page("/papers/2605.70004"));
    assertThat(page.select(".phrases a").eachText()).contains("garden soil").hasSizeLessThan(7);
    assertThat(page(page.select(".phrases a:contains(garden soil)").attr("href")))
        .contains("Microbes of garden soil");
    assertThat(given().get("/papers/2605.70004.md").asString()).contains("## Key phrases\n\n- ");
  }

  @Test
  void idsMayHoldSlashes() {
    assertThat(page("/papers/hep-th/9901001")).contains("A zirconium note of old");
    assertThat(page("/papers/biorxiv:10.1101/2026.05.01.123456")).contains("Zirconium in cells");
  }

  @Test
  void anotherSpellingOfAnIdLeadsToTheOneAddress() {
    for (String written :
        List.of("arxiv:2605.70001", "2605.70001v3", "arXiv:2605.70001", "arxiv:2605.70001v1")) {
      Response response = given().redirects().follow(false).get("/papers/" + written);
      assertThat(response.statusCode()).as(written).isEqualTo(301);
      assertThat(response.header("Location")).endsWith("/papers/2605.70001");
    }
    assertThat(
            given()
                .redirects()
                .follow(false)
                .get("/papers/10.1101/2026.05.01.123456")
                .header("Location"))
        .endsWith("/papers/biorxiv:10.1101/2026.05.01.123456");
  }

  @Test
  void aPaperComesInOtherForms() {
    assertThat(given().get("/papers/2605.70001.md").contentType())
        .isEqualTo("text/markdown;charset=UTF-8");
    assertThat(given().get("/papers/2605.70001.md").asString())
        .startsWith("# Unmistakable zirconium α² retrieval\n");
    assertThat(given().get("/papers/2605.70001.bib").asString())
        .startsWith("@misc{specimen2026unmistakable,");
    assertThat(given().get("/papers/2605.70001.ris").asString()).startsWith("TY  - UNPB\r\n");
    assertThat(given().get("/papers/2605.70001.csl.json").jsonPath().getString("[0].DOI"))
        .isEqualTo("10.48550/arXiv.2605.70001");
  }

  @Test
  void anUnknownPaperIsNotFound() {
    Response response = given().accept("text/html").get("/papers/2605.99999");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.asString()).contains("Paperboy does not have this paper.");
  }

  @Test
  void aTopicHasItsPage() {
    Document page = Jsoup.parse(page("/topics/black-holes"));
    assertThat(page.select("h1").text()).isEqualTo("Black holes");
    assertThat(page.select("figure.chart rect")).hasSize(13);
    assertThat(page.select("a[href=/subscribe?topic=black-holes]").first().text())
        .isEqualTo("Mail me this, daily");
    assertThat(page.text()).contains("Too little has been read yet", "«Hawking radiation»");
  }

  @Test
  void formulasAreSet() {
    Document page = Jsoup.parse(page("/papers/2605.70001"));
    assertThat(page.select("h1 math").attr("alttext")).isEqualTo("α²");
    assertThat(page.select("h1 math > msup > mi").text()).isEqualTo("α");
    assertThat(page.title()).isEqualTo("Unmistakable zirconium α² retrieval · Paperboy");
  }

  @Test
  void aPaperSaysWhereItIsDiscussed() {
    Document page = Jsoup.parse(page("/papers/2605.70001"));
    assertThat(page.select(".talks li").text())
        .isEqualTo("Hugging Face 37 votes, 3 comments, 120 stars");
    assertThat(page.select(".talks a").attr("href"))
        .isEqualTo("https://huggingface.co/papers/2605.00001");
    assertThat(given().get("/papers/2605.70001.md").asString())
        .contains("- Hugging Face: 37 votes, 3 comments, 120 stars <https://huggingface.co/papers");
  }

  @Test
  void publicPagesSayTheirAddress() {
    for (String path :
        List.of(
            "/",
            "/?window=week",
            "/topics",
            "/topics/black-holes",
            "/about/ranking",
            "/authors/Ada%20Specimen",
            "/papers/2605.70001")) {
      Document page = Jsoup.parse(page(path));
      assertThat(page.select("link[rel=canonical]").attr("href"))
          .isEqualTo("http://localhost:8080" + path);
      assertThat(page.select("meta[property=og:url]").attr("content"))
          .isEqualTo("http://localhost:8080" + path);
      assertThat(page.select("meta[property=og:title]").attr("content")).isNotBlank();
    }
  }

  @Test
  void aChosenFieldCanBeFollowedAndMailed() {
    Document page = Jsoup.parse(page("/?window=month&field=cs"));
    assertThat(page.select("a[href^=/subscribe?cat]").attr("href"))
        .isEqualTo("/subscribe?cat=cs.*");
    assertThat(page.select(".follow a").eachAttr("href"))
        .contains(
            "/feeds/trending.atom?window=month&field=cs",
            "/feeds/trending.bib?window=month&field=cs",
            "/feeds/fields/cs.atom",
            "/feeds/fields/cs.ris");
  }

  @Test
  void aFieldOfTopicsCanBeFollowedAndMailed() {
    Document all = Jsoup.parse(page("/topics"));
    String field = all.select("h2 a").first().attr("href");
    Document page = Jsoup.parse(page(field));
    assertThat(page.select("link[rel=alternate][type=application/atom+xml]").attr("href"))
        .isEqualTo("/feeds" + field + ".atom");
    assertThat(given().get("/feeds" + field + ".atom").statusCode()).isEqualTo(200);
    assertThat(page.select("a[href^=/subscribe?topic=]").attr("href").split("topic="))
        .hasSizeGreaterThan(3);
  }

  @Test
  void anUnchangedPageIsNotSentAgain() {
    for (String path : List.of("/", "/topics", "/papers/2605.70001", "/topics/black-holes")) {
      Response first = given().get(path);
      Response again = given().header("If-None-Match", first.header("ETag")).get(path);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.asByteArray()).isEmpty();
      assertThat(given().header("If-None-Match", "W/\"other\"").get(path).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whatIsSentIsCompressed() {
    for (String path :
        List.of(
            "/",
            "/papers/2605.70001",
            "/static/paperboy.css",
            "/feeds/search.atom",
            "/feeds/search.bib",
            "/feeds/search.ris",
            "/papers/2605.70001.csl.json",
            "/api/v1/topics",
            "/sitemap.xml")) {
      assertThat(given().header("Accept-Encoding", "gzip").get(path).header("Content-Encoding"))
          .as(path)
          .isEqualTo("gzip");
    }
  }

  @Test
  void topicsAreListedByField() {
    Document all = Jsoup.parse(page("/topics"));
    assertThat(all.select(".topic-list a[href=/topics/black-holes]")).hasSize(1);
    String field = all.select("h2 a").first().attr("href");
    assertThat(Jsoup.parse(page(field)).select(".topic-list")).hasSize(1);
    assertThat(given().get("/topics/no-such-topic").statusCode()).isEqualTo(404);
  }

  @Test
  void anAuthorHasAPage() {
    Document page = Jsoup.parse(page("/authors/Ada%20Specimen"));
    assertThat(page.select("h1").text()).isEqualTo("Ada Specimen");
    assertThat(page.select(".paper-title").eachText())
        .contains("Unmistakable zirconium α² retrieval");
    assertThat(page.select("a[href^=/subscribe]").eachAttr("href"))
        .contains("/subscribe?author=Ada+Specimen");
    assertThat(given().get("/authors/Nobody%20Atall").statusCode()).isEqualTo(404);
    assertThat(given().get("/authors/%22%3F").statusCode()).isEqualTo(404);
  }

  @Test
  void everyAuthorLinkOfAPaperLeadsToIt() {
    for (String paper : List.of("/papers/2605.70001", "/papers/2605.70002")) {
      for (String author : Jsoup.parse(page(paper)).select(".authors a").eachAttr("href")) {
        assertThat(Jsoup.parse(page(author)).select(".paper-title a").eachAttr("href"))
            .as(author)
            .contains(paper);
      }
    }
  }

  @Test
  void theRankingIsPublished() {
    Document page = Jsoup.parse(page("/about/ranking"));
    assertThat(page.select("tbody th[scope=row]").eachText())
        .contains("text", "authors", "team", "burst", "votes", "stars");
    assertThat(page.select("tbody tr:has(th:containsOwn(burst))").text()).startsWith("burst 0.20 ");
    assertThat(page.text()).contains("loses half of its worth every 3 announcement days");
    Fusion.Weights topics = Fusion.learned().get(QueryShape.TOPIC);
    assertThat(page.select("tbody tr:has(th:containsOwn(the name of a topic)) td").eachText())
        .containsExactly(
            percent(1 - topics.meaning()), percent(topics.meaning()), percent(topics.attention()));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  @Test
  void searchEnginesAreToldWhatToRead() {
    assertThat(given().get("/robots.txt").asString())
        .contains("Disallow: /search\n", "Sitemap: http://localhost:8080/sitemap.xml");
    assertThat(given().get("/sitemap.xml").asString())
        .contains(
            "<loc>http://localhost:8080/sitemaps/2026-05.xml</loc><lastmod>2026-05-12</lastmod>");
    assertThat(given().get("/sitemaps/2026-05.xml").asString())
        .contains(
            "<loc>http://localhost:8080/papers/hep-th/9901001</loc><lastmod>2026-05-12</lastmod>");
    assertThat(given().get("/sitemaps/pages.xml").asString())
        .contains("<loc>http://localhost:8080/topics/black-holes</loc>");
    assertThat(given().get("/sitemaps/x.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void aFirstVisitIsLight() throws Exception {
    int shared = transferred("/static/paperboy.css");
    for (String path :
        List.of("/", "/search?q=unmistakable", "/papers/2605.70001", "/topics", "/about/ranking")) {
      assertThat(shared + transferred(path)).as(path).isBetween(1_000, 30 * 1024);
    }
  }

  /** Bytes of a body as browsers get it. */
  private static int transferred(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                  .header("Accept-Encoding", "gzip")
                  .build(),
              BodyHandlers.ofByteArray())
          .body()
          .length;
    }
  }

  @Test
  void nothingFoundHelps() {
    assertThat(page("/search?q=nosuchwordanywhere"))
        .contains(
            "Nothing found",
            "No paper has all of these words, or is about them",
            "What can be asked");
  }

  @Test
  void nothingThereSaysWhy() {
    assertThat(page("/?field=no-such-field")).contains("No papers here");
  }

  @Test
  void oddAddressesAreTakenWithGoodGrace() {
    for (String path :
        List.of(
            "/?window=year&page=x", "/?page=99999", "/search?q=&page=-1", "/search?q=a&page=40")) {
      assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(given().queryParam("q", "x".repeat(1001)).get("/search").statusCode())
        .isEqualTo(400);
  }

  @Test
  void unknownPathsHaveAPageInTheSameLook() {
    Response response = given().accept("text/html").get("/nowhere");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.asString()).contains("No such page", "/static/paperboy.css?v=");
    assertThat(given().get("/api/nowhere").contentType()).startsWith("application/problem+json");
  }

  @Test
  void everyResponseIsLockedDown() {
    for (String path : List.of("/", "/static/paperboy.css", "/nowhere")) {
      Response response = given().get(path);
      assertThat(response.header("Content-Security-Policy"))
          .as(path)
          .startsWith("default-src 'none'");
      assertThat(response.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(response.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
    }
  }

  @Test
  void theStyleSheetIsKeptUnderItsVersion() {
    assertThat(
            given().get("/static/paperboy.css?v=" + PageAssets.version()).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
  }

  private static String page(String path) {
    Response response = given().urlEncodingEnabled(false).accept("text/html").get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
    return response.asString();
  }
}
