package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.TopicRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * kill -9 in the middle of what places say of papers loses none of it. Every paper has a twin that
 * reads the same and is told of once, with what was observed of the paper last: in the end both
 * have the same parts.
 */
class AttentionE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final int PAPERS = 40;
  private static final int OBSERVED = 2_000;

  /** After so many the sender pauses, so that a kill falls among them. */
  private static final int AT_ONCE = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  private LocalRun paperboy;
  private Path papers;

  @BeforeEach
  void newDataDirectory() throws Exception {
    paperboy = LocalRun.in("attention");
    papers = Specimens.twins(paperboy.data().resolve("specimens.jsonl"), PAPERS);
  }

  @AfterEach
  void stop() throws Exception {
    paperboy.close();
  }

  private record Seen(int paper, Instant at, int votes, int comments) {}

  @Test
  void killsInTheMiddleLeaveThePartsOfTheSortedList() throws Exception {
    Stopwatch watch = new Stopwatch("attention");
    Random random = new Random(20_260_311);
    List<Seen> sorted = sorted(random);
    List<Seen> sent = new ArrayList<>(sorted);
    sent.addAll(sorted.subList(0, OBSERVED / 4));
    Collections.shuffle(sent, random);
    int half = sent.size() / 2;

    // Half of it comes before any paper is known
    paperboy.upWell("--clock", Specimens.FIRST_DAY + "T23:00:00Z");
    watch.lap("healthy");
    sendWithAKill(sent.subList(0, half));
    watch.lap("half observed, classify killed");
    assertThat(paperboy.down().exitCode()).isZero();

    paperboy.upWell("--papers", papers.toString(), "--day", Specimens.DAY.toString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(paperboy.counters().classified()).isEqualTo(2 * PAPERS));
    watch.lap("the papers have come");
    sendWithAKill(sent.subList(half, sent.size()));
    watch.lap("the rest observed, classify killed");
    send(twins(sorted));

    await().atMost(PATIENCE).untilAsserted(this::eachPaperHasThePartsOfItsTwin);
    // And it is not on the way there only.
    await().atMost(PATIENCE).until(() -> paperboy.oldestUnprocessedSeconds() == 0);
    eachPaperHasThePartsOfItsTwin();
    assertThat(paperboy.counters().deadLetters()).isZero();
    watch.lap(
        "%,d observations of %d papers, %,d sent in random order: parts as from the sorted list"
            .formatted(OBSERVED, PAPERS, sent.size()));
  }

  private static List<Seen> sorted(Random random) {
    Instant first = Specimens.DAY.atTime(2, 0).toInstant(ZoneOffset.UTC);
    List<Seen> sorted = new ArrayList<>();
    for (int i = 0; i < OBSERVED; i++) {
      sorted.add(
          new Seen(
              1 + random.nextInt(PAPERS),
              first.plus(Duration.ofSeconds(97L * i)),
              random.nextInt(200),
              random.nextInt(20)));
    }
    return sorted;
  }

  private static List<Seen> twins(List<Seen> sorted) {
    Map<Integer, Seen> last = new TreeMap<>();
    sorted.forEach(seen -> last.put(seen.paper(), seen));
    return last.values().stream()
        .map(seen -> new Seen(seen.paper() + PAPERS, seen.at(), seen.votes(), seen.comments()))
        .toList();
  }

  private void eachPaperHasThePartsOfItsTwin() throws IOException {
    Map<String, Map<String, Double>> parts = attention();
    for (int paper = 1; paper <= PAPERS; paper++) {
      Map<String, Double> twin = parts.get(id(paper + PAPERS));
      assertThat(twin).as("parts of the twin of %d", paper).isNotNull();
      assertThat(parts.get(id(paper))).as("parts of %d", paper).isEqualTo(twin);
    }
    assertThat(parts.values().stream().filter(part -> part.containsKey("votes")).count())
        .as("papers with more votes than usual")
        .isGreaterThan(PAPERS);
  }

  /** What the last event of each paper has of votes and comments. */
  private Map<String, Map<String, Double>> attention() throws IOException {
    Map<String, JsonNode> latest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record :
        TopicRecords.at(paperboy.kafka(), "papers.trend.v1")) {
      latest.merge(
          record.key(),
          JSON.readTree(record.value()),
          (one, next) -> next.path("seq").asLong() > one.path("seq").asLong() ? next : one);
    }
    Map<String, Map<String, Double>> parts = new HashMap<>();
    latest.forEach(
        (id, trend) -> {
          Map<String, Double> attention = new HashMap<>();
          for (String name : List.of("votes", "comments")) {
            if (trend.path("parts").has(name)) {
              attention.put(name, trend.path("parts").path(name).asDouble());
            }
          }
          parts.put(id, attention);
        });
    return parts;
  }

  private void sendWithAKill(List<Seen> observations) throws Exception {
    for (int i = 0; i < observations.size(); i += AT_ONCE) {
      send(observations.subList(i, Math.min(i + AT_ONCE, observations.size())));
      if (i <= observations.size() / 3 && observations.size() / 3 < i + AT_ONCE) {
        paperboy.kill("classify");
      }
    }
  }

  private void send(List<Seen> observations) throws IOException {
    try (KafkaProducer<String, byte[]> producer = TopicRecords.producer(paperboy.kafka())) {
      for (Seen seen : observations) {
        byte[] body =
            JSON.writeValueAsBytes(
                JSON.createObjectNode()
                    .put("id", id(seen.paper()))
                    .put("source", "hf-daily")
                    .put("observedAt", seen.at().toString())
                    .put("votes", seen.votes())
                    .put("comments", seen.comments()));
        producer.send(new ProducerRecord<>("attention.v1", id(seen.paper()), body));
      }
    }
  }

  private static String id(int number) {
    return "arxiv:2603.%05d".formatted(number);
  }
}
