package dev.paperboy.ingest.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.TopicSpec;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The records that consumers put aside, over all services' dead-letter topics. */
@Singleton
class DeadLetters {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> kafka;

  DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * A dead letter and where it came from.
   *
   * @param topic dead-letter topic
   * @param record its bytes and headers
   */
  record Letter(String topic, int partition, long offset, ConsumerRecord<byte[], byte[]> record) {
    static Letter of(ConsumerRecord<byte[], byte[]> record) {
      return new Letter(record.topic(), record.partition(), record.offset(), record);
    }

    String key() {
      return record.key() == null ? null : new String(record.key(), UTF_8);
    }

    Instant at() {
      return Instant.ofEpochMilli(record.timestamp());
    }

    String cause() {
      return header(DeadLetter.CAUSE).orElse("");
    }

    Optional<String> fromTopic() {
      return header(DeadLetter.TOPIC);
    }

    Optional<TopicPartition> from() {
      return fromTopic()
          .flatMap(
              topic ->
                  header(DeadLetter.PARTITION)
                      .map(partition -> new TopicPartition(topic, Integer.parseInt(partition))));
    }

    Optional<Long> fromOffset() {
      return header(DeadLetter.OFFSET).map(Long::valueOf);
    }

    private Optional<String> header(String name) {
      return Optional.ofNullable(record.headers().lastHeader(name))
          .map(header -> new String(header.value(), UTF_8));
    }
  }

  /** What is known of all of them. */
  record Listing(long count, List<Letter> newest) {}

  /**
   * The newest dead letters, newest first.
   *
   * @param limit at most that many of each topic
   */
  Listing newest(int limit) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      partitions.forEach(p -> consumer.seek(p, Math.max(first.get(p), end.get(p) - limit)));
      List<Letter> letters = new ArrayList<>();
      read(consumer, end, record -> letters.add(Letter.of(record)));
      letters.sort(Comparator.comparing(Letter::at).thenComparing(Letter::offset).reversed());
      long count = partitions.stream().mapToLong(p -> end.get(p) - first.get(p)).sum();
      return new Listing(count, letters);
    }
  }

  /** One dead letter; empty where there is none. */
  Optional<Letter> at(String topic, long offset) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return partitions(consumer).stream()
          .filter(p -> p.topic().equals(topic))
          .flatMap(p -> at(consumer, p, offset).stream())
          .findFirst();
    }
  }

  private static Optional<Letter> at(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    List<TopicPartition> one = List.of(partition);
    if (offset < consumer.beginningOffsets(one).get(partition)
        || offset >= consumer.endOffsets(one).get(partition)) {
      return Optional.empty();
    }
    consumer.assign(one);
    consumer.seek(partition, offset);
    List<Letter> letters = new ArrayList<>();
    read(consumer, Map.of(partition, offset + 1), record -> letters.add(Letter.of(record)));
    return letters.stream().filter(letter -> letter.offset() == offset).findFirst();
  }

  /**
   * Where a newer record of the same key stands behind a dead letter's original: sending the
   * original again would turn the key back, and compaction would then drop the newer.
   */
  Optional<Long> newerThan(Letter letter) {
    if (letter.record().key() == null || letter.from().isEmpty() || letter.fromOffset().isEmpty()) {
      return Optional.empty();
    }
    TopicPartition partition = letter.from().get();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> one = List.of(partition);
      Map<TopicPartition, Long> end = consumer.endOffsets(one);
      consumer.assign(one);
      long behind = letter.fromOffset().get() + 1;
      if (behind > end.get(partition)) {
        // The topic was made anew; nothing in it can be compared, so all of it.
        behind = consumer.beginningOffsets(one).get(partition);
      }
      consumer.seek(partition, Math.max(behind, consumer.beginningOffsets(one).get(partition)));
      List<Long> newer = new ArrayList<>();
      read(
          consumer,
          end,
          record -> {
            if (Arrays.equals(record.key(), letter.record().key())) {
              newer.add(record.offset());
            }
          });
      return newer.isEmpty() ? Optional.empty() : Optional.of(newer.getLast());
    }
  }

  /** Sends the original record again, to the topic it came from; waits for the broker. */
  void sendAgain(Letter letter) throws InterruptedException {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSpec.DEAD_LETTER_BYTES);
    ProducerRecord<byte[], byte[]> original =
        new ProducerRecord<>(
            letter.fromTopic().orElseThrow(), letter.record().key(), letter.record().value());
    for (Header header : letter.record().headers()) {
      if (!DeadLetter.isOwn(header.key())) {
        original.headers().add(header);
      }
    }
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(original).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused it: " + e.getCause().getMessage(), e);
    }
  }

  private interface Reader {
    void read(ConsumerRecord<byte[], byte[]> record);
  }

  /** Reads on to the given ends; offsets that compaction removed are passed over. */
  private static void read(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> end, Reader reader) {
    while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < end.get(new TopicPartition(record.topic(), record.partition()))) {
          reader.read(record);
        }
      }
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.listTopics().entrySet().stream()
        .filter(topic -> TopicSpec.isDeadLetters(topic.getKey()))
        .flatMap(topic -> topic.getValue().stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
