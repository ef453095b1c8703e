package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.TopicSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A poll's records, read: the latest state of each key, and what could not be read.
 *
 * @param entries by key
 * @param deadLetters records to put aside
 */
record EventBatch<E extends Event>(
    Map<String, Entry<E>> entries, List<ProducerRecord<byte[], byte[]>> deadLetters) {

  /** A paper, and room for the tags and the vector that classify adds to it. */
  static final int LARGEST_BODY = TopicSpec.LARGEST_PAPER_BYTES + 16 * 1024;

  private static final int LONGEST_KEY = 300;

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

  /** A mapper that takes no number for a text, nor a text for a number. */
  static ObjectMapper strict(ObjectMapper json) {
    ObjectMapper strict = json.copy();
    for (LogicalType type :
        List.of(LogicalType.Textual, LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
      for (CoercionInputShape shape :
          List.of(
              CoercionInputShape.String,
              CoercionInputShape.EmptyString,
              CoercionInputShape.Boolean,
              CoercionInputShape.Integer,
              CoercionInputShape.Float)) {
        boolean own =
            type == LogicalType.Float && shape == CoercionInputShape.Integer
                || type == LogicalType.Textual && shape == CoercionInputShape.EmptyString;
        if (!own) {
          strict.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
      }
    }
    return strict;
  }

  /** The offset behind the last record of each partition. */
  static Map<TopicPartition, Long> next(ConsumerRecords<String, byte[]> records) {
    return records.partitions().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                partition -> records.records(partition).getLast().offset() + 1));
  }

  private void add(ConsumerRecord<String, byte[]> record, Class<E> type, ObjectMapper json)
      throws IOException {
    String key = record.key();
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException("the record has no key");
    }
    // PostgreSQL takes no NUL, not even to look for.
    if (key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the key is too long or has a control character");
    }
    if (record.value() == null) {
      entries.put(key, new Entry<>(null, record));
      return;
    }
    if (record.value().length > LARGEST_BODY) {
      throw new IllegalArgumentException(
          "the body has %,d bytes; %,d are the most"
              .formatted(record.value().length, LARGEST_BODY));
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
