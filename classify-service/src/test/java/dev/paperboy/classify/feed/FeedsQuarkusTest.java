package dev.paperboy.classify.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.site.SitePapers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import org.jbibtex.BibTeXParser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.limits.api-per-minute", value = "60"),
    })
class FeedsQuarkusTest {
  @Inject ObjectMapper json;
  @Inject PaperSearch search;

  @BeforeEach
  void announcePapers() throws Exception {
    SitePapers.announceAll(json, search);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/search.atom?q=zirconium",
        "/feeds/search.rss?q=zirconium",
        "/feeds/search.atom",
        "/feeds/trending.atom?window=month&field=cs",
        "/feeds/trending.rss",
        "/feeds/fields/cs.atom",
        "/feeds/topics/information-retrieval.rss",
        "/feeds/topics/black-holes.atom",
        "/feeds/topics/machine-learning.rss",
        "/feeds/search.rss?q=nothing-of-the-kind",
        "/feeds/fields/cs.rss",
        "/feeds/topics/information-retrieval.atom",
        "/feeds/trending.rss?window=week&field=cs",
        "/feeds/search.atom?q=author:%22Ada%20Specimen%22",
      })
  void rssAndAtomAreReadByRome(String path) throws Exception {
    SyndFeed feed = rome(path);
    assertThat(feed.getTitle()).endsWith(" · Paperboy");
    assertThat(feed.getEntries())
        .allSatisfy(
            entry -> {
              assertThat(entry.getUri()).startsWith("http://localhost:8080/papers/");
              assertThat(entry.getTitle()).isNotBlank();
              assertThat(entry.getPublishedDate()).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss"})
  void anEntryIsAPaper(String format) throws Exception {
    SyndFeed feed = rome("/feeds/search." + format + "?q=unmistakable");
    assertThat(feed.getEntries()).hasSize(1);
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getTitle()).isEqualTo("Unmistakable zirconium α² retrieval");
    assertThat(entry.getLink()).isEqualTo("http://localhost:8080/papers/2605.70001");
    assertThat(entry.getDescription().getValue()).isEqualTo("Plain text.");
    assertThat(entry.getPublishedDate())
        .isEqualTo(Date.from(Instant.parse("2026-05-12T00:00:00Z")));
  }

  @Test
  void jsonFeedHasItsFields() throws Exception {
    Response response = given().get("/feeds/search.json?q=unmistakable");
    assertThat(response.contentType()).isEqualTo("application/feed+json;charset=UTF-8");
    JsonNode feed = json.readTree(response.asString());
    assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("title").asText()).isEqualTo("unmistakable · Paperboy");
    assertThat(feed.get("feed_url").asText())
        .isEqualTo("http://localhost:8080/feeds/search.json?q=unmistakable");
    assertThat(feed.get("items")).hasSize(1);
    JsonNode item = feed.get("items").get(0);
    assertThat(item.get("id").asText()).isEqualTo("http://localhost:8080/papers/2605.70001");
    assertThat(item.get("external_url").asText()).isEqualTo("https://arxiv.org/abs/2605.70001");
    assertThat(item.get("content_text").asText()).isEqualTo("Plain text.");
    assertThat(item.get("date_published").asText()).isEqualTo("2026-05-12T00:00:00Z");
    assertThat(item.get("authors").get(0).get("name").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/search.json?q=zirconium",
        "/feeds/search.json",
        "/feeds/search.json?q=nothing-of-the-kind",
        "/feeds/trending.json?window=month",
        "/feeds/trending.json?window=week&field=cs",
        "/feeds/fields/cs.json",
        "/feeds/topics/information-retrieval.json",
      })
  void jsonFeedsAreValid(String path) throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(getClass().getResourceAsStream("/json-feed-1.1.schema.json"));
    assertThat(schema.validate(given().get(path).asString(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void whenAFeedChangedIsTheSameOnEveryReplica() throws Exception {
    // What came last is written in the log; no clock of a replica's has a say.
    String modified = given().get("/feeds/search.atom?q=unmistakable").header("Last-Modified");
    assertThat(given().get("/feeds/trending.json").header("Last-Modified")).isEqualTo(modified);
    Instant written = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(modified));
    assertThat(written).isBefore(Instant.now().plusSeconds(1));
    assertThat(search.today().atStartOfDay(ZoneOffset.UTC).toInstant()).isBeforeOrEqualTo(written);
  }

  @Test
  void aListIsAlsoABibliography() throws Exception {
    String bib = given().get("/feeds/search.bib?q=zirconium").asString();
    assertThat(new BibTeXParser().parse(new StringReader(bib)).getEntries())
        .hasSize(SitePapers.ZIRCONIUM);
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    Response first = given().get("/feeds/search.atom?q=unmistakable");
    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=600");
    String tag = first.header("ETag");
    String modified = first.header("Last-Modified");

    assertThat(
            given()
                .header("If-None-Match", tag)
                .get("/feeds/search.atom?q=unmistakable")
                .statusCode())
        .isEqualTo(304);
    Response unchanged =
        given().header("If-Modified-Since", modified).get("/feeds/search.atom?q=unmistakable");
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.header("ETag")).isEqualTo(tag);
    assertThat(unchanged.asByteArray()).isEmpty();
    assertThat(
            given()
                .header("If-None-Match", "W/\"another\"")
                .header("If-Modified-Since", modified)
                .get("/feeds/search.atom?q=unmistakable")
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/search.atom?q=autor:x, 400",
    "/feeds/search.pdf, 404",
    "/feeds/topics/no-such-topic.atom, 404",
    "/feeds/fields/nofield.atom, 404",
    "/feeds/nothing.atom, 404",
  })
  void whatThereIsNotSaysSo(String path, int status) {
    assertThat(given().get(path).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?window=week&field=cs",
        "/search?q=unmistakable+zirconium",
        "/topics/information-retrieval",
        "/topics/machine-learning",
        "/authors/Ada%20Specimen"
      })
  void pagesLeadToTheirFeeds(String path) throws Exception {
    Response page = given().urlEncodingEnabled(false).get(path);
    List<String> feeds =
        Jsoup.parse(page.asString()).select("link[rel=alternate]").eachAttr("href");
    // Of the list, and where a field is chosen of its newest papers, too.
    assertThat(feeds).hasSize(path.contains("field=") ? 6 : 3);
    assertThat(rome(feeds.get(0)).getFeedType()).isEqualTo("atom_1.0");
    assertThat(rome(feeds.get(1)).getFeedType()).isEqualTo("rss_2.0");
    assertThat(given().urlEncodingEnabled(false).get(feeds.get(2)).contentType())
        .startsWith("application/feed+json");
  }

  private static SyndFeed rome(String path) throws Exception {
    Response response = given().urlEncodingEnabled(false).get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return new SyndFeedInput().build(new StringReader(response.asString()));
  }
}
