package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.DeadLetter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A poll's records, read: the latest state of each key, and what could not be read.
 *
 * @param entries by key
 * @param deadLetters records to put aside
 */
record EventBatch<E extends Event>(
    Map<String, Entry<E>> entries, List<ProducerRecord<byte[], byte[]>> deadLetters) {

  /**
   * A key's latest state.
   *
   * @param event null where the key is deleted
   * @param record what it was read from
   */
  record Entry<E>(E event, ConsumerRecord<String, byte[]> record) {}

  static <E extends Event> EventBatch<E> read(
      Iterable<ConsumerRecord<String, byte[]>> records, Class<E> type, ObjectMapper json) {
    EventBatch<E> batch = new EventBatch<>(new LinkedHashMap<>(), new ArrayList<>());
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        batch.add(record, type, json);
      } catch (JsonProcessingException e) {
        batch.deadLetters.add(DeadLetter.of(record, NotifyTopics.CONSUMER, cause(e)));
      } catch (IOException | IllegalArgumentException e) {
        batch.deadLetters.add(DeadLetter.of(record, NotifyTopics.CONSUMER, e));
      }
    }
    return batch;
  }

  private void add(ConsumerRecord<String, byte[]> record, Class<E> type, ObjectMapper json)
      throws IOException {
    String key = record.key();
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException("the record has no key");
    }
    if (record.value() == null) {
      entries.put(key, new Entry<>(null, record));
      return;
    }
    E event = json.readValue(record.value(), type);
    if (event == null) {
      throw new IllegalArgumentException("the body is a JSON null");
    }
    if (!event.key().equals(key)) {
      throw new IllegalArgumentException("the key is " + key + ", the body of " + event.key());
    }
    Entry<E> before = entries.get(key);
    if (before == null || before.event() == null || event.seq() > before.event().seq()) {
      entries.put(key, new Entry<>(event, record));
    }
  }

  List<E> events() {
    return entries.values().stream().map(Entry::event).filter(Objects::nonNull).toList();
  }

  List<String> deleted() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().event() == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The record of an event that the database refuses for what it holds. */
  ProducerRecord<byte[], byte[]> refuse(E event, Throwable cause) {
    return DeadLetter.of(entries.get(event.key()).record(), NotifyTopics.CONSUMER, cause);
  }

  /** Jackson wraps what a record's own checks say, and adds pieces of the source otherwise. */
  private static Throwable cause(JsonProcessingException e) {
    return Objects.requireNonNullElse(e.getCause(), e) instanceof IllegalArgumentException own
        ? own
        : new IllegalArgumentException("not the JSON expected: " + e.getOriginalMessage());
  }
}
