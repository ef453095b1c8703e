package dev.paperboy.classify.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.site.SitePapers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.limits.api-per-minute", value = "60"),
    })
class ApiQuarkusTest {
  @Inject ObjectMapper json;
  @Inject PaperSearch search;

  @BeforeEach
  void announcePapers() throws Exception {
    SitePapers.announceAll(json, search);
  }

  @Test
  void searchFindsAPaperWhole() throws Exception {
    JsonNode page = get("/api/v1/search?q=unmistakable");
    assertThat(page.get("total").asInt()).isEqualTo(1);
    assertThat(page.has("next")).isFalse();
    JsonNode paper = page.get("papers").get(0);
    assertThat(paper.get("id").asText()).isEqualTo("arxiv:2605.70001");
    assertThat(paper.get("url").asText()).isEqualTo("http://localhost:8080/papers/2605.70001");
    assertThat(paper.get("title").asText())
        .isEqualTo("Unmistakable zirconium $\\alpha^2$ retrieval");
    assertThat(paper.get("abstract").asText()).isEqualTo("Plain text.");
    assertThat(paper.get("announced").asText()).isEqualTo("2026-05-12");
    assertThat(paper.at("/links/code").asText()).isEqualTo("https://github.com/specimen/zirconium");
    assertThat(paper.at("/trend/parts/text").asDouble()).isPositive();
  }

  @Test
  void aPaperSaysWhatMayBeAVersionOfIt() throws Exception {
    JsonNode versions = get("/api/v1/papers/2605.70004").get("relatedVersions");
    assertThat(versions).hasSize(1);
    assertThat(versions.get(0).get("id").asText()).isEqualTo(SitePapers.PREPRINT_ELSEWHERE);
    assertThat(versions.get(0).get("title").asText()).isEqualTo("The microbes of garden soil");
    assertThat(versions.get(0).get("cosine").asDouble()).isBetween(0.97, 1.0);
    assertThat(versions.get(0).get("sharedShingles").asDouble()).isBetween(0.5, 0.99);
    assertThat(get("/api/v1/papers/2605.70001").get("relatedVersions")).isEmpty();
    JsonNode listed = get("/api/v1/search?q=microbes").get("papers").get(0);
    assertThat(listed.has("relatedVersions")).isFalse();
    assertThat(listed.has("keyPhrases")).isFalse();
  }

  @Test
  void aPaperSaysWhereItIsDiscussed() throws Exception {
    JsonNode said = get("/api/v1/papers/2605.70001").get("discussions");
    assertThat(said).hasSize(1);
    assertThat(said.get(0).toString())
        .isEqualTo(
            "{\"place\":\"hf-daily\",\"url\":\"https://huggingface.co/papers/2605.00001\","
                + "\"observedAt\":\"2026-05-12T14:00:00Z\",\"votes\":37,\"comments\":3,\"stars\":120}");
    assertThat(get("/api/v1/search?q=unmistakable").get("papers").get(0).has("discussions"))
        .isFalse();
  }

  @Test
  void aPaperHasKeyPhrases() throws Exception {
    JsonNode phrases = get("/api/v1/papers/2605.70004").get("keyPhrases");
    assertThat(json.convertValue(phrases, String[].class)).contains("garden soil");
  }

  @Test
  void cursorsLeadThroughTheWholeListOnce() throws Exception {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/api/v1/search?q=title:zirconium&sort=date&limit=2&cursor=" + cursor);
      page.get("papers").forEach(paper -> seen.add(paper.get("id").asText()));
      cursor = page.has("next") ? page.get("next").asText() : null;
    } while (cursor != null);
    assertThat(seen)
        .containsExactlyInAnyOrder(
            SitePapers.PLAIN,
            SitePapers.HOSTILE,
            SitePapers.SPECIMEN,
            SitePapers.OLD_ID,
            SitePapers.DOI);
  }

  @Test
  void aCursorIsGoodForItsListOnly() throws Exception {
    String cursor = get("/api/v1/search?q=title:zirconium&limit=2").get("next").asText();
    Response other = given().get("/api/v1/search?q=cells&limit=2&cursor=" + cursor);
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.jsonPath().getString("parameter")).isEqualTo("cursor");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?q=autor:x, 400, q",
    "/api/v1/search?sort=best, 400, sort",
    "/api/v1/search?limit=0, 400, limit",
    "/api/v1/search?limit=101, 400, limit",
    "/api/v1/trending?window=year, 400, window",
    "/api/v1/papers/2605.99999, 404,",
    "/api/v1/similar/no/such/paper, 404,",
    "/api/v1/topics/none, 404,",
    "/api/v1/none, 404,",
  })
  void errorsAreProblems(String path, int status, String parameter) {
    Response response = given().header("X-Forwarded-For", "192.0.2.2").get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(response.jsonPath().getString("parameter")).isEqualTo(parameter);
    assertThat(response.jsonPath().getString("detail")).isNotBlank();
  }

  @Test
  void idsMayHoldSlashes() throws Exception {
    assertThat(get("/api/v1/papers/hep-th/9901001").get("id").asText())
        .isEqualTo(SitePapers.OLD_ID);
    assertThat(get("/api/v1/papers/biorxiv:10.1101/2026.05.01.123456").get("id").asText())
        .isEqualTo(SitePapers.DOI);
    assertThat(get("/api/v1/similar/hep-th/9901001?limit=3")).hasSize(3);
  }

  @Test
  void topicsAreListed() throws Exception {
    assertThat(get("/api/v1/topics").size()).isGreaterThan(100);
    assertThat(get("/api/v1/topics/black-holes").get("name").asText()).isEqualTo("Black holes");
  }

  @Test
  void itIsDescribed() {
    String description = given().get("/api/v1/openapi").asString();
    assertThat(description)
        .contains("openapi: 3.", "/api/v1/search:", "/api/daily_papers:", "/api/v1/similar/{id}:")
        .doesNotContain("/feeds/", "/robots.txt", " /search:");
  }

  @Test
  void theDescriptionIsValid() {
    SwaggerParseResult read =
        new OpenAPIV3Parser().readContents(given().get("/api/v1/openapi").asString());
    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getPaths())
        .containsOnlyKeys(
            "/api/daily_papers",
            "/api/papers/search",
            "/api/papers/{id}",
            "/api/v1/papers/{id}",
            "/api/v1/search",
            "/api/v1/similar/{id}",
            "/api/v1/topics",
            "/api/v1/topics/{id}",
            "/api/v1/trending");
  }

  @Test
  void clientsOfTheOtherApiFindItsShape() throws Exception {
    JsonNode list = get("/api/daily_papers?date=2026-05-12&limit=100");
    JsonNode entry = null;
    for (JsonNode one : list) {
      if (one.at("/paper/id").asText().equals("2605.70001")) {
        entry = one;
      }
    }
    assertThat(entry).isNotNull();
    assertThat(entry.get("title").asText()).isEqualTo("Unmistakable zirconium α² retrieval");
    assertThat(entry.get("publishedAt").asText()).isEqualTo("2026-05-12T00:00:00.000Z");
    assertThat(entry.get("numComments").asInt()).isEqualTo(3);
    JsonNode paper = entry.get("paper");
    assertThat(paper.at("/authors/0/name").asText()).isEqualTo("Ada Specimen");
    assertThat(paper.get("summary").asText()).isEqualTo("Plain text.");
    assertThat(paper.get("upvotes").asInt()).isEqualTo(SitePapers.VOTES);
    assertThat(paper.get("githubStars").asInt()).isEqualTo(120);
    assertThat(paper.get("discussionUrl").asText())
        .isEqualTo("https://huggingface.co/papers/2605.00001");
    assertThat(paper.get("githubRepo").asText()).isEqualTo("https://github.com/specimen/zirconium");
    assertThat(get("/api/papers/2605.70001"))
        .isEqualTo(((ObjectNode) paper.deepCopy()).put("numComments", 3));
    assertThat(get("/api/papers/search?q=unmistakable").get(0)).isEqualTo(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "week=2026-W20, true",
    "week=2026-W19, false",
    "month=2026-05, true",
    "month=2026-04, false",
    "date=2026-05-11, false",
    "sort=publishedAt, true",
    "p=9, false",
    "submitter=somebody, false",
  })
  void dailyPapersAreThoseOfTheSpan(String parameter, boolean any) throws Exception {
    assertThat(get("/api/daily_papers?" + parameter).isEmpty()).isEqualTo(!any);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/papers/2605.99999, 404",
    "/api/daily_papers?date=yesterday, 400",
    "/api/daily_papers?week=2026-20, 400",
    "/api/daily_papers?sort=best, 400",
    "/api/papers/search, 400",
  })
  void theirErrorsSayWhy(String path, int status) {
    Response response = given().header("X-Forwarded-For", "192.0.2.2").get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/json");
    assertThat(response.jsonPath().getString("error")).isNotBlank();
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    Response last;
    int asked = 0;
    do {
      last = given().header("X-Forwarded-For", "203.0.113.7").get("/api/v1/papers/2605.99999");
      asked++;
    } while (last.statusCode() != 429 && asked < 500);
    assertThat(asked).isGreaterThan(60);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    assertThat(last.contentType()).startsWith("application/problem+json");
    assertThat(
            given()
                .header("X-Forwarded-For", "203.0.113.8")
                .get("/api/v1/papers/2605.99999")
                .statusCode())
        .as("another client")
        .isEqualTo(404);
  }

  private JsonNode get(String path) throws Exception {
    Response response = given().header("X-Forwarded-For", "192.0.2.1").get(path);
    assertThat(response.statusCode()).as(path + " " + response.asString()).isEqualTo(200);
    return json.readTree(response.asString());
  }
}
