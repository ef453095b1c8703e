package dev.paperboy.ingest.deadletter;

import dev.paperboy.events.TopicSpec;
import dev.paperboy.ingest.deadletter.Letter.Origin;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the dead-letter topics of all services, and what followed in the topics that letters came
 * from. Record by record: only what is small is kept.
 */
@Singleton
class DeadLetters {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** Of one answer of the broker; a letter may have 2 MB. */
  private static final int FETCHED = 4 * 1024 * 1024;

  private final Map<String, Object> kafka;

  DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * What is known of all of them.
   *
   * @param count of all topics, listed or not
   */
  record Listing(long count, List<Letter> newest) {}

  /**
   * The newest dead letters, newest first.
   *
   * @param limit at most that many of each topic's partition
   */
  Listing newest(int limit) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      Set<TopicPartition> partitions = partitions(consumer);
      Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      Map<TopicPartition, Long> from = new HashMap<>();
      partitions.forEach(p -> from.put(p, Math.max(first.get(p), end.get(p) - limit)));
      List<Letter> letters = new ArrayList<>();
      read(consumer, from, end, record -> letters.add(Letter.of(record)));
      letters.sort(
          Comparator.comparing(Letter::at)
              .thenComparing(letter -> letter.place().offset())
              .reversed());
      long count = partitions.stream().mapToLong(p -> end.get(p) - first.get(p)).sum();
      return new Listing(count, letters);
    }
  }

  /** Every dead letter with its body, oldest first within a topic's partition. */
  void each(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      Set<TopicPartition> partitions = partitions(consumer);
      read(
          consumer, consumer.beginningOffsets(partitions), consumer.endOffsets(partitions), reader);
    }
  }

  /**
   * Where the last record of each letter's key stands in the topic that the letter came from, if it
   * stands behind the letter's original. Sending the original again would turn that key back, and
   * compaction would then drop the newer record.
   *
   * @param letters with an origin
   * @return offsets by letter; none for letters that nothing followed
   */
  Map<Letter, Long> followed(Collection<Letter> letters) {
    Map<TopicPartition, Map<ByteBuffer, Long>> last = new HashMap<>();
    Map<TopicPartition, Long> from = new HashMap<>();
    for (Letter letter : letters) {
      if (letter.key() != null) {
        TopicPartition partition = letter.origin().partition();
        last.computeIfAbsent(partition, p -> new HashMap<>()).put(letter.key(), -1L);
        from.merge(partition, letter.origin().offset() + 1, Math::min);
      }
    }
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      Map<TopicPartition, Long> first = consumer.beginningOffsets(from.keySet());
      Map<TopicPartition, Long> end = consumer.endOffsets(from.keySet());
      // A topic that was made anew is shorter than letters say: then all of it follows.
      Set<TopicPartition> anew =
          from.keySet().stream().filter(p -> from.get(p) > end.get(p)).collect(Collectors.toSet());
      from.replaceAll(
          (p, offset) -> anew.contains(p) ? first.get(p) : Math.max(offset, first.get(p)));
      read(
          consumer,
          from,
          end,
          record -> {
            if (record.key() != null) {
              last.get(new TopicPartition(record.topic(), record.partition()))
                  .computeIfPresent(ByteBuffer.wrap(record.key()), (key, old) -> record.offset());
            }
          });
      Map<Letter, Long> followed = new HashMap<>();
      for (Letter letter : letters) {
        Origin origin = letter.origin();
        long newest = letter.key() == null ? -1 : last.get(origin.partition()).get(letter.key());
        if (newest > origin.offset() || newest >= 0 && anew.contains(origin.partition())) {
          followed.put(letter, newest);
        }
      }
      return followed;
    }
  }

  /** Reads on to the given ends; offsets that compaction removed are passed over. */
  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> end,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    long heard = System.nanoTime();
    while (from.keySet().stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
        throw new IllegalStateException(
            "the Kafka broker has sent nothing for " + SILENCE.toSeconds() + " s; is it there?");
      }
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.offset() < end.get(new TopicPartition(record.topic(), record.partition()))) {
          reader.accept(record);
        }
      }
    }
  }

  private static Set<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.listTopics().entrySet().stream()
        .filter(topic -> TopicSpec.isDeadLetters(topic.getKey()))
        .flatMap(topic -> topic.getValue().stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .collect(Collectors.toSet());
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
