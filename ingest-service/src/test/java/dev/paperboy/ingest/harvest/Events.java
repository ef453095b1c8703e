package dev.paperboy.ingest.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.TopicRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of a topic from its beginning to its present end, without deletions. */
final class Events {
  /** An event: its key, its CloudEvents id and its body. */
  record Event(String key, String id, JsonNode body) {}

  private Events() {}

  static List<Event> of(String topic) {
    // Other tests of this broker leave deletions and records that are no events.
    return TopicRecords.of(topic).stream()
        .filter(record -> record.value() != null && record.headers().lastHeader("ce_id") != null)
        .map(Events::event)
        .toList();
  }

  private static Event event(ConsumerRecord<String, byte[]> record) {
    try {
      return new Event(
          record.key(),
          new String(record.headers().lastHeader("ce_id").value(), UTF_8),
          new ObjectMapper().readTree(record.value()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
