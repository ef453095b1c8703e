package dev.paperboy.classify.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.site.SitePapers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Existing clients of the Hugging Face papers API work when their endpoint is ours. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.limits.api-per-minute", value = "60"),
    })
class HfPapersQuarkusTest {
  private static final Path RECORDED = Path.of("../../shared/data/protocol/hf-daily");
  private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-05-12T00:00:00Z");

  @Inject ObjectMapper json;
  @Inject PaperSearch search;

  @BeforeEach
  void announcePapers() throws Exception {
    SitePapers.announceAll(json, search);
  }

  @Test
  void theHubsClientReadsAPaper() throws Exception {
    HfHubClient.PaperInfo paper = new HfHubClient(json).paperInfo("2605.70001");
    assertThat(paper.id()).isEqualTo("2605.70001");
    assertThat(paper.authors()).containsExactly("Ada Specimen", "The SPECIMEN Collaboration");
    assertThat(paper.publishedAt()).isEqualTo(DAY);
    assertThat(paper.submittedAt()).isEqualTo(DAY);
    assertThat(paper.submittedBy()).isEqualTo("paperboy");
    assertThat(paper.title()).isEqualTo("Unmistakable zirconium α² retrieval");
    assertThat(paper.summary()).isEqualTo("Plain text.");
    assertThat(paper.upvotes()).isEqualTo(37);
    assertThat(paper.comments()).isEqualTo(3);
    assertThat(paper.discussionId()).matches("[0-9a-f]{24}");
    assertThat(paper.githubRepo()).isEqualTo("https://github.com/specimen/zirconium");
    assertThat(paper.githubStars()).isEqualTo(120);
  }

  @Test
  void theHubsClientReadsLists() throws Exception {
    HfHubClient client = new HfHubClient(json);
    List<HfHubClient.PaperInfo> found = client.listPapers("unmistakable zirconium", 5);
    assertThat(found).extracting(HfHubClient.PaperInfo::id).first().isEqualTo("2605.70001");
    assertThat(found.getFirst().upvotes()).isEqualTo(37);
    assertThat(found.getFirst().comments()).isEqualTo(3);
    assertThat(found.getFirst().publishedAt()).isEqualTo(DAY);
    assertThat(client.listDailyPapers(Map.of("date", "2026-05-12", "limit", 100)))
        .extracting(HfHubClient.PaperInfo::id)
        .contains("2605.70001", "hep-th/9901001");
    assertThat(client.listDailyPapers(Map.of("week", "2026-W20", "sort", "trending", "p", 0)))
        .isNotEmpty();
    assertThat(client.listDailyPapers(Map.of("month", "2026-05", "sort", "publishedAt")))
        .isNotEmpty();
    assertThat(client.listDailyPapers(Map.of("date", "2026-05-12", "p", 30))).isEmpty();
  }

  @Test
  void theHubsClientReadsTheMarkdown() {
    assertThat(new HfHubClient(json).readPaper("2605.70001"))
        .startsWith("# Unmistakable zirconium α² retrieval\n");
  }

  @Test
  void theHubsClientIsToldWhatThereIsNot() {
    assertThatThrownBy(() -> new HfHubClient(json).paperInfo("2605.99999"))
        .hasMessage("404 {\"error\":\"Paper not found\"}");
  }

  /** Whatever every recorded entry has, ours have, of the same type. */
  @Test
  void ourListsHaveTheShapeOfRecordedOnes() throws Exception {
    if (!Files.isDirectory(RECORDED)) {
      System.out.println("[hf-daily] SKIPPED: no recorded bodies in " + RECORDED.toAbsolutePath());
    }
    assumeTrue(Files.isDirectory(RECORDED), "no recorded bodies");
    Map<String, JsonNodeType> always = new TreeMap<>();
    int entries = 0;
    try (Stream<Path> bodies = Files.list(RECORDED)) {
      for (Path body : bodies.filter(path -> path.toString().endsWith(".json.gz")).toList()) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(body))) {
          for (JsonNode entry : json.readTree(in)) {
            Map<String, JsonNodeType> shape = shape(entry);
            if (entries == 0) {
              always.putAll(shape);
            }
            always.entrySet().removeIf(key -> key.getValue() != shape.get(key.getKey()));
            entries++;
          }
        }
      }
    }
    assertThat(entries).isGreaterThan(200);
    assertThat(always)
        .containsKeys("paper.id", "paper.upvotes", "numComments", "submittedBy.fullname");
    // What only people have, and nobody submits papers here.
    always
        .keySet()
        .removeIf(
            key ->
                key.matches(
                    "(?:submittedBy|paper\\.submittedOnDailyBy)\\.(?:is(?!Pro).*|follower.*)"));
    JsonNode ours =
        json.readTree(
            given()
                .header("X-Forwarded-For", "192.0.2.9")
                .get("/api/daily_papers?date=2026-05-12")
                .asString());
    assertThat(ours).isNotEmpty();
    for (JsonNode entry : ours) {
      assertThat(shape(entry)).containsAllEntriesOf(always);
    }
    System.out.printf(
        "[hf-daily] %d recorded entries always have %d keys; ours have all of them%n",
        entries, always.size());
  }

  private static Map<String, JsonNodeType> shape(JsonNode entry) {
    Map<String, JsonNodeType> shape = new TreeMap<>();
    add(shape, "", entry);
    return shape;
  }

  private static void add(Map<String, JsonNodeType> shape, String prefix, JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              shape.put(prefix + field.getKey(), value.getNodeType());
              JsonNode inner = value.isArray() && !value.isEmpty() ? value.get(0) : value;
              if (inner.isObject()) {
                add(shape, prefix + field.getKey() + ".", inner);
              }
            });
  }
}
