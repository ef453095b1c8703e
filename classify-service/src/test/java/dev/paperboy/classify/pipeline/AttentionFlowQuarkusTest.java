package dev.paperboy.classify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.past.PaperPast;
import dev.paperboy.classify.past.Past;
import dev.paperboy.classify.trend.Attention;
import dev.paperboy.classify.trend.AttentionParts;
import dev.paperboy.classify.trend.SignalShare;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What places say of papers moves their trends: in any order, repeated, before the paper itself.
 */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
    })
class AttentionFlowQuarkusTest {
  private static final Path SAMPLES =
      Path.of("../ingest-service/src/main/resources/contracts/papers.announced/samples");
  private static final Path OBSERVATIONS =
      Path.of("../ingest-service/src/main/resources/contracts/attention/samples");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  // Not of late: the module's other tests look at the lists of the day.
  private static final LocalDate DAY = LocalDate.of(2026, 1, 13);
  private static final Instant FIRST = Instant.parse("2026-01-13T02:00:00Z");
  private static final int PAPERS = 40;
  private static final int OBSERVED = 2_000;

  @Inject ObjectMapper json;
  @Inject Past past;

  @BeforeEach
  void topics() {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(
          admin,
          List.of(
              TopicSpec.compacted(ClassifyTopics.ANNOUNCED),
              TopicSpec.keptFor(ClassifyTopics.ATTENTION, Duration.ofDays(30))));
    }
  }

  private record Seen(String id, Instant at, int votes, int comments) {}

  @Test
  void twoThousandObservationsInAnyOrderMakeThePartsOfTheSortedList() throws Exception {
    Random random = new Random(20_260_512);
    List<Seen> sorted = new ArrayList<>();
    for (int i = 0; i < OBSERVED; i++) {
      sorted.add(
          new Seen(
              id("2607", random.nextInt(PAPERS)),
              FIRST.plus(Duration.ofSeconds(97L * i)),
              random.nextInt(200),
              random.nextInt(20)));
    }
    Map<String, Map<String, Double>> expected = parts(sorted);
    List<Seen> shuffled = new ArrayList<>(sorted);
    shuffled.addAll(sorted.subList(0, OBSERVED / 4));
    Collections.shuffle(shuffled, random);

    // Half of it comes before any paper is known
    sendAll(shuffled.subList(0, shuffled.size() / 2));
    announce("2607", PAPERS);
    sendAll(shuffled.subList(shuffled.size() / 2, shuffled.size()));

    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Map<String, JsonNode> trends = latestTrends("arxiv:2607.");
              Map<String, Map<String, Double>> capped = new HashMap<>();
              trends.forEach(
                  (id, trend) ->
                      capped.put(
                          id, SignalShare.capped(own(trend), expected.getOrDefault(id, Map.of()))));
              assertThat(attention(trends)).hasSize(PAPERS).isEqualTo(capped);
            });
    System.out.printf(
        "[attention] %,d observations of %d papers, %,d sent in random order, half before their"
            + " papers: parts as from the sorted list%n",
        OBSERVED, PAPERS, shuffled.size());
  }

  @Test
  void partsThatNeedNobodysVoteStayAsTheyWere() throws Exception {
    announce("2608", 1);
    String id = id("2608", 0);
    await().atMost(PATIENCE).until(() -> latestTrends(id).containsKey(id));
    JsonNode before = latestTrends(id).get(id);

    sendAll(List.of(new Seen(id, FIRST, 90, 9)));

    await().atMost(PATIENCE).until(() -> latestTrends(id).get(id).get("parts").has("votes"));
    JsonNode after = latestTrends(id).get(id);
    assertThat(after.get("seq").asLong()).isGreaterThan(before.get("seq").asLong());
    assertThat(after.get("parts").get("team")).isEqualTo(before.get("parts").get("team"));
  }

  @Test
  void aMillionVotesCountAsFarAsSomethingElseSpeaksForThePaper() throws Exception {
    announce("2611", 1);
    String id = id("2611", 0);
    sendAll(List.of(new Seen(id, FIRST, 1_000_000, 0)));

    await().atMost(PATIENCE).until(() -> latestTrends(id).containsKey(id));
    await().atMost(PATIENCE).until(() -> latestTrends(id).get(id).get("parts").has("votes"));
    Map<String, Double> parts = parts(latestTrends(id).get(id));
    double votes = parts.remove("votes");
    double others = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(votes)
        .isCloseTo(SignalShare.MOST / (1 - SignalShare.MOST) * others, within(0.0002))
        .isLessThan(AttentionParts.VOTES_WEIGHT);
  }

  @Test
  void whatCannotBeReadIsPutAsideAndTheRestCounts() throws Exception {
    announce("2609", 1);
    String id = id("2609", 0);
    TopicRecords.send(ClassifyTopics.ATTENTION, id, "{no json".getBytes());
    TopicRecords.send(
        ClassifyTopics.ATTENTION,
        id,
        "{\"id\": \"%s\", \"source\": \"hf-daily\", \"observedAt\": \"%s\", \"votes\": -1}"
            .formatted(id, FIRST)
            .getBytes());
    sendAll(List.of(new Seen(id, FIRST, 90, 9)));

    await().atMost(PATIENCE).until(() -> latestTrends(id).containsKey(id));
    await().atMost(PATIENCE).until(() -> latestTrends(id).get(id).get("parts").has("votes"));
    assertThat(TopicRecords.of("attention.v1.classify.dlq", id)).hasSize(2);
  }

  @Test
  void eachDayIsKeptAndWhereItIsDiscussed() throws Exception {
    String id = id("2610", 0);
    sendAll(
        List.of(
            new Seen(id, FIRST, 3, 0),
            new Seen(id, FIRST.plus(Duration.ofHours(3)), 5, 1),
            new Seen(id, FIRST.plus(Duration.ofDays(1)), 9, 1)));
    discussedMonthsLater(id);

    PaperId paper = PaperId.parse(id);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(past.of(paper).discussions()).hasSize(2));
    announce("2610", 1);
    // What was seen months later is linked to, but no chart draws it, though it came before its
    // paper.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(past.of(paper).days()).containsOnlyKeys(DAY, DAY.plusDays(1)));
    PaperPast known = past.of(paper);
    assertThat(known.discussions())
        .extracting(Discussion::url)
        .containsExactly("https://news.ycombinator.com/item?id=1", null);
    assertThat(known.days().get(DAY)).extracting(Attention::votes).containsExactly(5);
    assertThat(known.days().get(DAY.plusDays(1))).extracting(Attention::votes).containsExactly(9);
  }

  private void discussedMonthsLater(String id) throws Exception {
    TopicRecords.send(
        ClassifyTopics.ATTENTION,
        id,
        json.writeValueAsBytes(
            ((ObjectNode) json.readTree(OBSERVATIONS.resolve("hacker-news.json").toFile()))
                .put("id", id)));
  }

  @Test
  void aDayLongAfterTheAnnouncementIsNotStored() throws Exception {
    announce("2612", 1);
    String id = id("2612", 0);
    await().atMost(PATIENCE).until(() -> latestTrends(id).containsKey(id));
    discussedMonthsLater(id);
    PaperId paper = PaperId.parse(id);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(past.of(paper).discussions()).hasSize(1));

    try (Connection connection = Backing.current().connect("classify");
        PreparedStatement days =
            connection.prepareStatement("select from attention_day where paper = ?")) {
      days.setString(1, id);
      assertThat(days.executeQuery().next()).isFalse();
    }
  }

  @Test
  void whatIsNoWebAddressIsNone() throws Exception {
    for (String url : List.of("javascript:alert(1)", "https://a b", "https://a/\"onclick=x", "x")) {
      assertThat(
              json.readValue(
                  json.createObjectNode()
                      .put("id", "arxiv:2610.00001")
                      .put("source", "hf-daily")
                      .put("observedAt", FIRST.toString())
                      .put("url", url)
                      .put("repository", "https://github.com/a/b")
                      .toString(),
                  ObservedAttention.class))
          .extracting(ObservedAttention::url, ObservedAttention::repository)
          .containsExactly(null, "https://github.com/a/b");
    }
  }

  /** The producer's own samples. */
  @Test
  void everySampleOfIngestIsRead() throws Exception {
    for (String source : List.of("hf-daily", "hacker-news", "openalex", "semantic-scholar")) {
      ObservedAttention read =
          json.readValue(OBSERVATIONS.resolve(source + ".json").toFile(), ObservedAttention.class);
      assertThat(read.source()).isEqualTo(source);
      assertThat(read)
          .hasNoNullFieldsOrPropertiesExcept(
              "votes", "comments", "mentions", "stars", "citations", "url", "repository");
    }
  }

  private static String id(String series, int number) {
    return "arxiv:%s.%05d".formatted(series, number + 1);
  }

  /** Straight from the definition: the last of each paper in the list's order. */
  private static Map<String, Map<String, Double>> parts(List<Seen> sorted) {
    Map<String, Seen> last = new HashMap<>();
    sorted.stream()
        .sorted(Comparator.comparing(Seen::at))
        .forEach(seen -> last.put(seen.id(), seen));
    Map<String, Map<String, Double>> parts = new HashMap<>();
    last.forEach(
        (id, seen) ->
            parts.put(
                id,
                AttentionParts.of(
                    DAY,
                    TrendModel.committed().usual("cs"),
                    List.of(
                        new Attention(
                            "hf-daily",
                            seen.at(),
                            seen.votes(),
                            seen.comments(),
                            null,
                            null,
                            null)))));
    return parts;
  }

  /** The parts that need nobody's vote. */
  private static Map<String, Double> own(JsonNode trend) {
    Map<String, Double> parts = parts(trend);
    parts.keySet().removeAll(AttentionParts.weights().keySet());
    return parts;
  }

  private static Map<String, Double> parts(JsonNode trend) {
    Map<String, Double> parts = new HashMap<>();
    trend
        .get("parts")
        .properties()
        .forEach(part -> parts.put(part.getKey(), part.getValue().asDouble()));
    return parts;
  }

  private static Map<String, Map<String, Double>> attention(Map<String, JsonNode> trends) {
    return trends.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                trend -> {
                  Map<String, Double> parts = parts(trend.getValue());
                  parts.keySet().retainAll(AttentionParts.weights().keySet());
                  return parts;
                }));
  }

  /** Of each paper the event with the highest version. */
  private Map<String, JsonNode> latestTrends(String prefix) throws IOException {
    Map<String, JsonNode> latest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : TopicRecords.of(ClassifyTopics.TREND)) {
      if (record.key().startsWith(prefix) && record.value() != null) {
        latest.merge(
            record.key(),
            json.readTree(record.value()),
            (one, next) -> next.get("seq").asLong() > one.get("seq").asLong() ? next : one);
      }
    }
    return latest;
  }

  private void announce(String series, int papers) throws Exception {
    ObjectNode sample = (ObjectNode) json.readTree(SAMPLES.resolve("new.json").toFile());
    sample.put("announced", DAY.toString());
    sample.put("updated", DAY.toString());
    for (int i = 0; i < papers; i++) {
      sample.put("id", id(series, i));
      TopicRecords.send(ClassifyTopics.ANNOUNCED, id(series, i), json.writeValueAsBytes(sample));
    }
  }

  private void sendAll(List<Seen> observations) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        TopicRecords.producer(Backing.current().kafkaBootstrap())) {
      for (Seen seen : observations) {
        ObjectNode body =
            json.createObjectNode()
                .put("id", seen.id())
                .put("source", "hf-daily")
                .put("observedAt", seen.at().toString())
                .put("votes", seen.votes())
                .put("comments", seen.comments());
        producer.send(
            new ProducerRecord<>(
                ClassifyTopics.ATTENTION, seen.id(), json.writeValueAsBytes(body)));
      }
    }
  }
}
