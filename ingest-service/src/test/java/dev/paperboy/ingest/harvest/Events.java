package dev.paperboy.ingest.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.Backing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning to its present end. */
final class Events {
  /** An event: when it was sent, its key, its CloudEvents id and its body. */
  record Event(long timestamp, String key, String id, JsonNode body) {}

  private Events() {}

  static List<Event> of(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      List<Event> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(event(record)));
      }
      events.sort(Comparator.comparingLong(Event::timestamp));
      return events;
    }
  }

  private static Event event(ConsumerRecord<String, byte[]> record) {
    try {
      return new Event(
          record.timestamp(),
          record.key(),
          new String(record.headers().lastHeader("ce_id").value(), UTF_8),
          new ObjectMapper().readTree(record.value()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
