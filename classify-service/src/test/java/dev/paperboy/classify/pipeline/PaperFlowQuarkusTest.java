package dev.paperboy.classify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.past.Change;
import dev.paperboy.classify.past.Past;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.TrendWindow;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
    })
class PaperFlowQuarkusTest {
  private static final Path SAMPLES =
      Path.of("../ingest-service/src/main/resources/contracts/papers.announced/samples");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As many records as a poll brings. */
  private static final int BATCH = 64;

  private static int papers;

  @Inject ObjectMapper json;
  @Inject Past past;
  @Inject PaperSearch search;
  private ObjectNode sample;
  private String id;

  @BeforeEach
  void freshPaper() throws IOException {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(admin, List.of(TopicSpec.compacted(ClassifyTopics.ANNOUNCED)));
    }
    sample = (ObjectNode) json.readTree(SAMPLES.resolve("new.json").toFile());
    id = "arxiv:2605.%05d".formatted(++papers);
    sample.put("id", id);
  }

  @Test
  void anAnnouncedPaperIsClassifiedScoredAndFound() throws Exception {
    send(id, sample.put("title", "Dense retrieval with sparse sentence encoders"));

    JsonNode classified = body(awaitRecords(ClassifyTopics.CLASSIFIED, id, 1).getFirst());
    JsonNode trend = body(awaitRecords(ClassifyTopics.TREND, id, 1).getFirst());

    assertThat(violations("papers.classified", classified)).isEmpty();
    assertThat(violations("papers.trend", trend)).isEmpty();
    assertThat(classified.get("tags").toString()).contains("information-retrieval");
    assertThat(classified.get("suggested").findValuesAsText("category"))
        .doesNotContain("cs.IR", "cs.CL");
    assertThat(trend.get("parts").has("team")).isTrue();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(search.search("id:" + id.substring(6), 0, 10).papers())
                    .extracting(card -> card.id().toString())
                    .containsExactly(id));
    assertThat(search.trending(TrendWindow.DAY, null, 0, 100).papers())
        .extracting(card -> card.id().toString())
        .contains(id);
  }

  @Test
  void aPaperOfAnArchiveWithoutArxivsCategoriesGetsThemSuggested() throws Exception {
    id = "biorxiv:10.1101/2026.05.01.%06d".formatted(papers);
    sample.put("id", id).put("source", "biorxiv").putArray("categories").add("neuroscience");
    sample
        .put("title", "Deep convolutional neural networks for image segmentation")
        .put(
            "abstract",
            "We train a convolutional neural network for semantic segmentation of images and"
                + " object detection, and compare it with vision transformers on benchmarks.");
    send(id, sample);

    JsonNode classified = body(awaitRecords(ClassifyTopics.CLASSIFIED, id, 1).getFirst());

    assertThat(violations("papers.classified", classified)).isEmpty();
    assertThat(classified.get("categories").toString()).isEqualTo("[\"neuroscience\"]");
    assertThat(classified.get("suggested").findValuesAsText("category")).contains("cs.CV");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(search.search("title:segmentation", 0, 10).papers())
                    .anyMatch(card -> card.suggested().getFirst().category().equals("cs.CV")));
  }

  @Test
  void aRedeliveredPaperIsPublishedAgainUnchanged() throws Exception {
    send(id, sample);
    awaitRecords(ClassifyTopics.CLASSIFIED, id, 1);
    send(id, sample);

    var published = awaitRecords(ClassifyTopics.CLASSIFIED, id, 2);
    assertThat(published.get(1).value()).isEqualTo(published.get(0).value());
    assertThat(published.get(1).headers().lastHeader("ce_id"))
        .isEqualTo(published.get(0).headers().lastHeader("ce_id"));
  }

  @Test
  void aLaterAnnouncementMakesTheNextVersionAndAnEarlierOneNothing() throws Exception {
    send(id, sample.deepCopy().put("seq", 2));
    awaitRecords(ClassifyTopics.CLASSIFIED, id, 1);
    send(id, sample.deepCopy().put("seq", 3).put("title", "Revised title of a specimen"));
    awaitRecords(ClassifyTopics.CLASSIFIED, id, 2);
    send(id, sample.deepCopy().put("seq", 1).put("title", "An old title"));

    var published = awaitRecords(ClassifyTopics.CLASSIFIED, id, 3);
    assertThat(published)
        .extracting(record -> body(record).get("seq").asLong(), r -> body(r).get("title").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, sample.get("title").asText()),
            org.assertj.core.groups.Tuple.tuple(2L, "Revised title of a specimen"),
            org.assertj.core.groups.Tuple.tuple(2L, "Revised title of a specimen"));
    assertThat(past.of(PaperId.parse(id)).changes())
        .extracting(Change::changed)
        .containsExactly(List.of(), List.of("title"));
  }

  @Test
  void aDeletedPaperIsDeletedDownstreamAndNoLongerFound() throws Exception {
    send(id, sample);
    awaitRecords(ClassifyTopics.CLASSIFIED, id, 1);
    TopicRecords.send(ClassifyTopics.ANNOUNCED, id, null);

    assertThat(awaitRecords(ClassifyTopics.CLASSIFIED, id, 2).getLast().value()).isNull();
    assertThat(awaitRecords(ClassifyTopics.TREND, id, 2).getLast().value()).isNull();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(search.search("id:" + id.substring(6), 0, 10).papers()).isEmpty());
  }

  @Test
  void aPaperThatComesBackWhileItsDeletionIsUnderWayIsKept() throws Exception {
    send(id, sample.deepCopy().put("seq", 3));
    awaitRecords(ClassifyTopics.CLASSIFIED, id, 1);
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    records.add(new ProducerRecord<>(ClassifyTopics.ANNOUNCED, 0, id, null));
    // Between both so many others that they are in different batches, one right after the other.
    for (int i = 0; i < BATCH; i++) {
      String other = "arxiv:2612.%05d".formatted(i);
      ObjectNode its = sample.deepCopy().put("id", other).put("title", "Another one, no. " + i);
      records.add(
          new ProducerRecord<>(ClassifyTopics.ANNOUNCED, 0, other, json.writeValueAsBytes(its)));
    }
    records.add(
        new ProducerRecord<>(
            ClassifyTopics.ANNOUNCED,
            0,
            id,
            json.writeValueAsBytes(sample.deepCopy().put("seq", 1).put("title", "Back again"))));
    try (KafkaProducer<String, byte[]> producer =
        TopicRecords.producer(Backing.current().kafkaBootstrap())) {
      records.forEach(producer::send);
    }

    var published = awaitRecords(ClassifyTopics.CLASSIFIED, id, 3);
    assertThat(published.get(1).value()).isNull();
    assertThat(body(published.get(2)).get("title").asText()).isEqualTo("Back again");
  }

  private void send(String key, JsonNode body) throws Exception {
    TopicRecords.send(ClassifyTopics.ANNOUNCED, key, json.writeValueAsBytes(body));
  }

  private static List<ConsumerRecord<String, byte[]>> awaitRecords(
      String topic, String key, int count) {
    return await()
        .atMost(PATIENCE)
        .until(() -> TopicRecords.of(topic, key), records -> records.size() >= count);
  }

  private JsonNode body(ConsumerRecord<String, byte[]> record) {
    try {
      return json.readTree(record.value());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<?> violations(String contract, JsonNode body) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(Path.of("src/main/resources/contracts", contract, "v1.schema.json")),
            InputFormat.JSON)
        .validate(body.toString(), InputFormat.JSON);
  }
}
