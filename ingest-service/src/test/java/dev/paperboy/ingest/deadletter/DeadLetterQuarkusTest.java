package dev.paperboy.ingest.deadletter;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import dev.paperboy.ingest.harvest.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "ingest"),
      @ResourceArg(
          name = "paperboy.ingest.snapshot.file",
          value = "target/harvest-quarkus-test.jsonl"),
    })
class DeadLetterQuarkusTest {
  private static final String PAPERS = "papers.announced.v1";
  private static final String LETTERS = TopicSpec.deadLetterName(PAPERS, "classify");

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @BeforeEach
  void topics() throws Exception {
    Database.sql("truncate dead_letter_replay");
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(admin, List.of(TopicSpec.deadLetters(PAPERS, "classify")));
    }
  }

  @Test
  void listsLettersNewestFirstWithWhereTheyCameFrom() throws Exception {
    String first = putAside("arxiv:" + UUID.randomUUID(), "{broken");
    String second = putAside("arxiv:" + UUID.randomUUID(), "x".repeat(900_000));

    JsonPath list = list();

    assertThat(list.getLong("count")).isGreaterThanOrEqualTo(2);
    assertThat(list.getString("deadLetters[0].key")).isEqualTo(second);
    assertThat(list.getInt("deadLetters[0].bytes")).isEqualTo(900_000);
    assertThat(list.getString("deadLetters[1].key")).isEqualTo(first);
    assertThat(list.getString("deadLetters[1].topic")).isEqualTo(LETTERS);
    assertThat(list.getString("deadLetters[1].fromTopic")).isEqualTo(PAPERS);
    assertThat(list.getString("deadLetters[1].cause")).isEqualTo("IllegalArgumentException: bad");
    assertThat(list.getString("deadLetters[1].replayedAt")).isNull();
  }

  @Test
  void sendsALetterToItsTopicAgainByteForByte() throws Exception {
    String key = putAside("arxiv:" + UUID.randomUUID(), "{broken");
    long offset = list().getLong("deadLetters[0].offset");

    Response replay = replay("?topic=" + LETTERS + "&offset=" + offset);

    assertThat(replay.jsonPath().getInt("replayed")).as(replay.asString()).isEqualTo(1);
    List<ConsumerRecord<String, byte[]>> records = TopicRecords.of(PAPERS, key);
    assertThat(records)
        .hasSize(2)
        .allSatisfy(record -> assertThat(new String(record.value(), UTF_8)).isEqualTo("{broken"));
    assertThat(records.getLast().headers()).isEmpty();
    assertThat(list().getString("deadLetters[0].replayedAt")).isNotNull();
  }

  @Test
  void allLettersAreSentOnce() throws Exception {
    replay("");
    putAside("arxiv:" + UUID.randomUUID(), "{broken");
    assertThat(replay("").jsonPath().getInt("replayed")).isEqualTo(1);
    assertThat(replay("").jsonPath().getInt("replayed")).isZero();
  }

  @Test
  void aNewerRecordOfTheKeyIsNotTurnedBack() throws Exception {
    replay("");
    String key = putAside("arxiv:" + UUID.randomUUID(), "{broken");
    TopicRecords.send(PAPERS, key, "{mended}".getBytes(UTF_8));

    JsonPath outcome = replay("").jsonPath();

    assertThat(outcome.getInt("replayed")).isZero();
    assertThat(outcome.getString("skipped[0].reason")).startsWith("a newer record of this key");
    assertThat(new String(TopicRecords.of(PAPERS, key).getLast().value(), UTF_8))
        .isEqualTo("{mended}");
  }

  @Test
  void manyLettersAreSentInOneGoAndOnlyThoseThatNothingFollowed() throws Exception {
    replay("");
    String mended = putAside("arxiv:" + UUID.randomUUID(), "{broken");
    String twice = putAside("arxiv:" + UUID.randomUUID(), "{first");
    putAside(twice, "{second");
    putAside("arxiv:" + UUID.randomUUID(), "{broken");
    TopicRecords.send(PAPERS, mended, "{mended}".getBytes(UTF_8));

    JsonPath outcome = replay("").jsonPath();

    assertThat(outcome.getInt("replayed")).isEqualTo(2);
    assertThat(TopicRecords.of(PAPERS, mended))
        .extracting(record -> new String(record.value(), UTF_8))
        .containsExactly("{broken", "{mended}");
    assertThat(TopicRecords.of(PAPERS, twice))
        .extracting(record -> new String(record.value(), UTF_8))
        .containsExactly("{first", "{second", "{second");
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    assertThat(replay("?topic=" + LETTERS + "&offset=99999999").statusCode()).isEqualTo(400);
    assertThat(replay("?topic=" + LETTERS).jsonPath().getString("message"))
        .isEqualTo("topic and offset belong together; give both or none");
    assertThat(replay("?topic=a&offset=b").jsonPath().getString("message"))
        .isEqualTo("offset is a number, not «b»");
  }

  /** As a consumer does that can't read a record. */
  private static String putAside(String key, String value) throws Exception {
    TopicRecords.send(PAPERS, key, value.getBytes(UTF_8));
    ConsumerRecord<String, byte[]> record = TopicRecords.of(PAPERS, key).getLast();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                Backing.current().kafkaBootstrap(),
                "max.request.size",
                TopicSpec.DEAD_LETTER_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(DeadLetter.of(record, "classify", new IllegalArgumentException("bad"))).get();
    }
    return key;
  }

  private JsonPath list() {
    return given()
        .baseUri(management.resolve("/").toString())
        .get("/internal/dead-letters")
        .jsonPath();
  }

  private Response replay(String query) {
    return given()
        .baseUri(management.resolve("/").toString())
        .post("/internal/dead-letters/replay" + query);
  }
}
