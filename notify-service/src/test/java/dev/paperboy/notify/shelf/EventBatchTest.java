package dev.paperboy.notify.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.DeadLetter;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventBatchTest {
  private static ConsumerRecord<String, byte[]> record(String key, String value) {
    return new ConsumerRecord<>(
        "topics.v1", 0, 0, key, value == null ? null : value.getBytes(UTF_8));
  }

  private static String topic(String id, long seq, String name) {
    return """
        {"id":"%s","seq":%d,"name":"%s","description":"","parent":null,"synonyms":[]}"""
        .formatted(id, seq, name);
  }

  @SafeVarargs
  private static EventBatch<Topic> read(ConsumerRecord<String, byte[]>... records) {
    return EventBatch.read(List.of(records), Topic.class, new ObjectMapper());
  }

  @Test
  void theHighestVersionOfAKeyCounts() {
    EventBatch<Topic> batch =
        read(record("a", topic("a", 2, "New")), record("a", topic("a", 1, "Old")));

    assertThat(batch.events()).extracting(Topic::name).containsExactly("New");
    assertThat(batch.deadLetters()).isEmpty();
  }

  @Test
  void aNullDeletesAndWhatComesBehindItStands() {
    assertThat(read(record("a", topic("a", 2, "A")), record("a", null)).deleted())
        .containsExactly("a");
    EventBatch<Topic> back = read(record("a", null), record("a", topic("a", 1, "Again")));
    assertThat(back.deleted()).isEmpty();
    assertThat(back.events()).hasSize(1);
  }

  @Test
  void eachBadRecordIsPutAsideAndItsNeighboursStay() {
    EventBatch<Topic> batch =
        read(
            record("a", "{broken"),
            record("b", "null"),
            record("c", topic("other", 1, "X")),
            record(null, topic("d", 1, "X")),
            record("e", "{\"id\":\"e\",\"seq\":1,\"description\":\"\"}"),
            record("f", "{\"id\":\"f\",\"seq\":0,\"name\":\"F\",\"description\":\"\"}"),
            record("g", topic("g", 1, "Good")));

    assertThat(batch.events()).extracting(Topic::id).containsExactly("g");
    assertThat(batch.deadLetters())
        .extracting(
            letter -> new String(letter.headers().lastHeader(DeadLetter.CAUSE).value(), UTF_8))
        .satisfiesExactly(
            cause -> assertThat(cause).contains("not the JSON expected"),
            cause -> assertThat(cause).contains("JSON null"),
            cause -> assertThat(cause).contains("the key is c"),
            cause -> assertThat(cause).contains("no key"),
            cause -> assertThat(cause).contains("name is missing"),
            cause -> assertThat(cause).contains("seq is missing"));
    assertThat(batch.deadLetters().getFirst().value()).isEqualTo("{broken".getBytes(UTF_8));
    assertThat(batch.deadLetters().getFirst().topic()).isEqualTo("topics.v1.notify.dlq");
  }
}
