package dev.paperboy.notify.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.notify.Events;
import dev.paperboy.notify.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "notify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
    })
class ShelfFeedQuarkusTest {
  private static final String CLASSIFIED = "papers.classified.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static int papers;
  private String id;

  @BeforeEach
  void freshPaper() {
    Events.declareTopics();
    id = "arxiv:2605.8%04d".formatted(++papers);
  }

  private static void awaitTitle(String id, String title) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.one("select body->>'title' from shelf where paper_id = ?", id))
                    .isEqualTo(title));
  }

  @Test
  void aPaperIsShelvedOnceAndOnlyANewerVersionReplacesIt() throws Exception {
    Events.send(CLASSIFIED, Events.paper(id).put("seq", 2).put("title", "Second"));
    awaitTitle(id, "Second");
    Events.send(CLASSIFIED, Events.paper(id).put("seq", 2).put("title", "Redelivered"));
    Events.send(CLASSIFIED, Events.paper(id).put("seq", 1).put("title", "First"));
    Events.send(CLASSIFIED, Events.paper(id + "9").put("title", "Marker"));
    awaitTitle(id + "9", "Marker");
    assertThat(Rows.one("select body->>'title' from shelf where paper_id = ?", id)).isIn("Second");

    Events.send(CLASSIFIED, Events.paper(id).put("seq", 3).put("title", "Third"));
    awaitTitle(id, "Third");
    assertThat(Rows.count("select octet_length(vector) from shelf where paper_id = ?", id))
        .isEqualTo(384);
    assertThat(Rows.one("select body->'vector' from shelf where paper_id = ?", id))
        .isEqualTo("null");
  }

  @Test
  void aNullTakesAPaperAndItsTrendOffTheShelf() throws Exception {
    Events.send(CLASSIFIED, Events.paper(id));
    Events.send("papers.trend.v1", Events.trend(id));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Rows.count(
                        "select count(*) from shelf join paper_trend using (paper_id)"
                            + " where paper_id = ?",
                        id)
                    == 1);
    TopicRecords.send(CLASSIFIED, id, null);
    TopicRecords.send("papers.trend.v1", id, null);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Rows.count(
                        "select (select count(*) from shelf where paper_id = ?)"
                            + " + (select count(*) from paper_trend where paper_id = ?)",
                        id,
                        id)
                    == 0);
  }

  @Test
  void onlyTheLastThirtyDaysAreShelved() throws Exception {
    Events.send(CLASSIFIED, Events.paper(id + "1").put("announced", "2026-04-11"));
    Events.send(CLASSIFIED, Events.paper(id + "2").put("announced", "2026-04-12"));
    Events.send(CLASSIFIED, Events.paper(id).put("title", "Marker"));
    awaitTitle(id, "Marker");
    await()
        .atMost(PATIENCE)
        .until(() -> Rows.count("select count(*) from shelf where paper_id = ?", id + "2") == 1);
    assertThat(Rows.count("select count(*) from shelf where paper_id = ?", id + "1")).isZero();
  }

  @Test
  void poisonIsPutAsideWithItsBytesAndItsNeighboursGoThrough() throws Exception {
    String bad = id + "7";
    TopicRecords.send(CLASSIFIED, bad, "{broken".getBytes(UTF_8));
    Events.send(CLASSIFIED, Events.paper(bad).put("title", " "));
    Events.send(CLASSIFIED, Events.paper(bad).put("title", "a\u0000b"));
    Events.send(CLASSIFIED, Events.paper(id).put("title", "Neighbour"));

    awaitTitle(id, "Neighbour");
    List<ConsumerRecord<String, byte[]>> dead =
        await()
            .atMost(PATIENCE)
            .until(
                () -> TopicRecords.of(CLASSIFIED + ".notify.dlq", bad),
                records -> records.size() == 3);
    assertThat(dead)
        .extracting(
            letter -> new String(letter.headers().lastHeader(DeadLetter.CAUSE).value(), UTF_8))
        .anyMatch(cause -> cause.contains("not the JSON expected"))
        .anyMatch(cause -> cause.contains("title is missing"))
        .anyMatch(cause -> cause.contains("PgException"));
    assertThat(dead).anyMatch(letter -> new String(letter.value(), UTF_8).equals("{broken"));
    assertThat(dead)
        .allMatch(
            letter ->
                new String(letter.headers().lastHeader(DeadLetter.TOPIC).value(), UTF_8)
                    .equals(CLASSIFIED));
  }

  @Test
  void eachTopicHasItsOwnDeadLetters() throws Exception {
    for (String topic : List.of("papers.trend.v1", "topics.v1", "sources.v1")) {
      TopicRecords.send(topic, id, "[]".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> TopicRecords.of(topic + ".notify.dlq", id).size() == 1);
    }
  }
}
