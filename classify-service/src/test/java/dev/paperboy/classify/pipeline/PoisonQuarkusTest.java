package dev.paperboy.classify.pipeline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of each kind of bad record, with good ones before and behind it. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
    })
class PoisonQuarkusTest {
  private static final Path SAMPLE =
      Path.of("../ingest-service/src/main/resources/contracts/papers.announced/samples/new.json");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DEAD = TopicSpec.deadLetterName(ClassifyTopics.ANNOUNCED, "classify");
  private static final List<String> TABLE = new ArrayList<>();
  private static int papers;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject ObjectMapper json;
  private String before;
  private String bad;
  private String behind;

  @BeforeEach
  void threeIds() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(admin, List.of(TopicSpec.compacted(ClassifyTopics.ANNOUNCED)));
    }
    before = "arxiv:2606.%05d".formatted(++papers);
    bad = "arxiv:2606.%05d".formatted(++papers);
    behind = "arxiv:2606.%05d".formatted(++papers);
  }

  @AfterAll
  static void print() {
    System.out.println("What became of bad records on papers.announced.v1:");
    TABLE.forEach(System.out::println);
  }

  @Test
  void malformedJson() throws Exception {
    putAside("malformed JSON", "{broken".getBytes(UTF_8), "not the JSON of a paper");
  }

  @Test
  void noUtf8() throws Exception {
    putAside(
        "bytes that are no UTF-8",
        new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'},
        "not the JSON of a paper");
  }

  @Test
  void jsonOfAnotherShape() throws Exception {
    putAside("a list", "[1, 2]".getBytes(UTF_8), "not the JSON of a paper");
  }

  @Test
  void jsonNull() throws Exception {
    putAside("the JSON null", "null".getBytes(UTF_8), "the body is a JSON null");
  }

  @Test
  void aMissingField() throws Exception {
    ObjectNode paper = paper(bad);
    paper.remove("title");
    putAside("no title", json.writeValueAsBytes(paper), "title is missing");
  }

  @Test
  void aFieldOfTheWrongType() throws Exception {
    putAside(
        "a date that is none",
        json.writeValueAsBytes(paper(bad).put("announced", "yesterday")),
        "not the JSON of a paper");
  }

  @Test
  void aFieldOf900Kilobytes() throws Exception {
    putAside(
        "an abstract of 900 KB",
        json.writeValueAsBytes(paper(bad).put("abstract", "x ".repeat(450_000))),
        "a paper may have 256 KB at most");
  }

  @Test
  void aPaperOver256Kilobytes() throws Exception {
    putAside(
        "a paper of 260 KB",
        json.writeValueAsBytes(paper(bad).put("comments", "x".repeat(260 * 1024))),
        "a paper may have 256 KB at most");
  }

  @Test
  void aNulCharacter() throws Exception {
    putAside(
        "a NUL character",
        json.writeValueAsBytes(paper(bad).put("title", "a\u0000b")),
        "PgException");
  }

  @Test
  void aKeyThatIsNotThePapers() throws Exception {
    putAside(
        "another paper's key", json.writeValueAsBytes(paper("arxiv:2606.99999")), "the key is");
  }

  @Test
  void aKeyThatIsNoId() throws Exception {
    bad = "no id " + UUID.randomUUID();
    putAside("a key that is no id", json.writeValueAsBytes(paper(before)), "not a paper id");
  }

  @Test
  void aDeletionUnderAKeyThatNoDatabaseTakes() throws Exception {
    bad = "arxiv:2606.\u0000" + papers;
    putAside("null, NUL in its key", null, "not a paper id");
  }

  @Test
  void aDeletionOfAnUnknownPaper() throws Exception {
    surrounded(null);
    assertThat(TopicRecords.of(DEAD, bad)).isEmpty();
    assertThat(TopicRecords.of(ClassifyTopics.CLASSIFIED, bad))
        .singleElement()
        .satisfies(record -> assertThat(record.value()).isNull());
    tell("null (a deletion)", "deleted downstream");
  }

  private void putAside(String what, byte[] value, String cause) throws Exception {
    surrounded(value);

    ConsumerRecord<String, byte[]> letter =
        await()
            .atMost(PATIENCE)
            .until(() -> TopicRecords.of(DEAD, bad), l -> !l.isEmpty())
            .getLast();
    assertThat(letter.value()).isEqualTo(value);
    String said = new String(letter.headers().lastHeader(DeadLetter.CAUSE).value(), UTF_8);
    assertThat(said).contains(cause);
    assertThat(TopicRecords.of(ClassifyTopics.CLASSIFIED, bad)).isEmpty();
    tell(what, "dead letter: " + said.lines().findFirst().orElseThrow());
  }

  /** Sends a record between two good ones, and waits until those are through. */
  private void surrounded(byte[] value) throws Exception {
    TopicRecords.send(ClassifyTopics.ANNOUNCED, before, json.writeValueAsBytes(paper(before)));
    TopicRecords.send(ClassifyTopics.ANNOUNCED, bad, value);
    TopicRecords.send(ClassifyTopics.ANNOUNCED, behind, json.writeValueAsBytes(paper(behind)));
    for (String good : List.of(before, behind)) {
      await()
          .atMost(PATIENCE)
          .until(() -> !TopicRecords.of(ClassifyTopics.CLASSIFIED, good).isEmpty());
    }
  }

  private void tell(String what, String became) {
    int health = given().get(management.resolve("/q/health")).statusCode();
    assertThat(health).isEqualTo(200);
    TABLE.add(
        "  %-24s %-90s neighbours through, health %d"
            .formatted(
                what, became.length() > 90 ? became.substring(0, 87) + "..." : became, health));
  }

  private ObjectNode paper(String id) throws Exception {
    // Long before the days whose lists other tests look at.
    return ((ObjectNode) json.readTree(SAMPLE.toFile()))
        .put("id", id)
        .put("announced", "2026-01-05")
        .put("updated", "2026-01-05");
  }
}
