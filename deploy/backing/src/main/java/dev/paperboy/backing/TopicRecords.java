package dev.paperboy.backing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What stands on the topics of a broker, the test backing's or another, and ways to put more there.
 */
public final class TopicRecords {
  private static final int LARGEST_REQUEST = 2 * 1024 * 1024;
  private static final Duration POLL = Duration.ofMillis(100);

  private TopicRecords() {}

  /** All records of a topic from its beginning to its present end, in the order of their time. */
  public static List<ConsumerRecord<String, byte[]>> of(String topic) {
    return at(Backing.current().kafkaBootstrap(), topic);
  }

  /** Those of one key. */
  public static List<ConsumerRecord<String, byte[]>> of(String topic, String key) {
    return of(topic).stream().filter(record -> key.equals(record.key())).toList();
  }

  /** All records of another broker's topic, in the order of their time. */
  public static List<ConsumerRecord<String, byte[]>> at(String bootstrap, String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrap)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
        consumer.poll(POLL).forEach(records::add);
      }
      records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
      return records;
    }
  }

  /** How many records were ever sent to a topic, without reading them. */
  public static long sent(String bootstrap, String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrap)) {
      return consumer.endOffsets(partitions(consumer, topic)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrap),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** Sends one record and waits for the broker's acknowledgement; a null value is a deletion. */
  public static void send(String topic, String key, byte[] value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer = producer(Backing.current().kafkaBootstrap())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  /** For many records: closing it waits until all are acknowledged or have failed. */
  public static KafkaProducer<String, byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.request.size", LARGEST_REQUEST),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
