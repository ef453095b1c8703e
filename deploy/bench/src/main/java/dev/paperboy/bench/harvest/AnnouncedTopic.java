package dev.paperboy.bench.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What ingest has put on {@code papers.announced.v1}. */
final class AnnouncedTopic implements AutoCloseable {
  static final String NAME = "papers.announced.v1";
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;

  AnnouncedTopic(String kafka) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "max.poll.records", 5_000),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /** How many records each partition holds; empty while the topic does not exist. */
  Map<TopicPartition, Long> ends() {
    return consumer.listTopics().containsKey(NAME) ? consumer.endOffsets(partitions()) : Map.of();
  }

  /** How many records it holds. */
  long size() {
    return sum(ends());
  }

  /** How many records lie before some place. */
  static long sum(Map<TopicPartition, Long> ends) {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<TopicPartition> partitions() {
    return consumer.partitionsFor(NAME).stream()
        .map(info -> new TopicPartition(NAME, info.partition()))
        .toList();
  }

  /**
   * Reads what came behind some place, a record at a time: it may be more than memory holds.
   *
   * @param behind where to begin, as {@link #ends} said before; empty for the beginning
   */
  void read(Map<TopicPartition, Long> behind, Reader reader) throws Exception {
    Map<TopicPartition, Long> ends = ends();
    consumer.assign(ends.keySet());
    ends.keySet().forEach(p -> consumer.seek(p, behind.getOrDefault(p, 0L)));
    while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        reader.read(record);
      }
    }
  }

  /** What is done with a record. */
  @FunctionalInterface
  interface Reader {
    void read(ConsumerRecord<String, byte[]> record) throws Exception;
  }

  /**
   * What was announced behind some place.
   *
   * @param events records in all
   * @param papers papers among them
   * @param states different events; more events than states are repetitions
   * @param lastMillis when the last of them was sent, of the epoch
   */
  record Announced(long events, long papers, long states, long lastMillis) {}

  Announced since(Map<TopicPartition, Long> behind) throws Exception {
    Set<String> papers = new HashSet<>();
    Set<String> states = new HashSet<>();
    long[] events = {0};
    long[] last = {0};
    read(
        behind,
        record -> {
          papers.add(record.key());
          states.add(new String(record.headers().lastHeader("ce_id").value(), UTF_8));
          events[0]++;
          last[0] = Math.max(last[0], record.timestamp());
        });
    return new Announced(events[0], papers.size(), states.size(), last[0]);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
