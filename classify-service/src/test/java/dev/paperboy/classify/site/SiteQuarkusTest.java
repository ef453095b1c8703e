package dev.paperboy.classify.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import dev.paperboy.pagekit.PageAssets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
    })
class SiteQuarkusTest {
  private static final Path SAMPLE =
      Path.of("../ingest-service/src/main/resources/contracts/papers.announced/samples/new.json");
  private static final String ANNOUNCED = "papers.announced.v1";

  private static final String PLAIN = "arxiv:2605.70001";
  private static final String HOSTILE = "arxiv:2605.70002";
  private static final String SPECIMEN = "arxiv:2605.70003";

  @Inject ObjectMapper json;
  @Inject PaperSearch search;

  @BeforeEach
  void announcePapers() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(admin, List.of(TopicSpec.compacted(ANNOUNCED)));
    }
    if (search.search("id:2605.70003", 0, 1).total() == 0) {
      announce(PLAIN, "Unmistakable zirconium $\\alpha^2$ retrieval", "Plain text.", false);
      announce(
          HOSTILE,
          "Zirconium <script>alert(1)</script> & \"quotes\"",
          "<img src=x onerror=alert(2)> \\href{javascript:alert(3)}{text}",
          false);
      announce(SPECIMEN, "A zirconium specimen", "Made up.", true);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(search.search("title:zirconium", 0, 9).total()).isEqualTo(3));
    }
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
        .contains("href=\"https://arxiv.org/abs/2605.70001\"")
        .contains("<a href=\"/?window=month\" aria-current=\"true\">Month</a>");
  }

  @Test
  void laterPagesGetToThePoint() {
    assertThat(page("/?page=2")).contains("<h1 id=\"list\">").doesNotContain("class=\"hero\"");
  }

  @Test
  void searchFindsAndOffersTheMail() {
    assertThat(page("/search?q=unmistakable%20zirconium"))
        .contains("<h2 id=\"list\">1 paper</h2>")
        .contains("Unmistakable zirconium α² retrieval")
        .contains("href=\"/subscribe?q=unmistakable+zirconium\"");
  }

  @Test
  void hostileTextIsShownAsText() {
    assertThat(page("/search?q=title:zirconium"))
        .contains("Zirconium &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;")
        .contains("&lt;img src=x onerror=alert(2)&gt; text")
        .doesNotContain("<script", "<img", "javascript:");
  }

  @Test
  void aHostileQueryIsShownAsText() {
    assertThat(page("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script");
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
  void nothingFoundHelps() {
    assertThat(page("/search?q=nosuchwordanywhere"))
        .contains("Nothing found", "All words have to occur", "What can be asked");
  }

  @Test
  void nothingThereSaysWhy() {
    assertThat(page("/?field=no-such-field")).contains("No papers here yet");
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

  private void announce(String id, String title, String text, boolean specimen) throws Exception {
    ObjectNode paper = (ObjectNode) json.readTree(SAMPLE.toFile());
    paper.put("id", id).put("title", title).put("abstract", text).put("specimen", specimen);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(ANNOUNCED, id, json.writeValueAsBytes(paper))).get();
    }
  }
}
