package dev.paperboy.bench.chain;

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

/** The records of a topic that were sent from some time on. */
final class TopicTimes {
  private static final Duration POLL = Duration.ofMillis(100);

  private TopicTimes() {}

  /**
   * All records up to the topic's present end, in the order of their time.
   *
   * @param from milliseconds of the epoch; earlier records are left out
   */
  static List<ConsumerRecord<String, byte[]>> since(long from, String topic, String kafka) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
        consumer
            .poll(POLL)
            .forEach(
                record -> {
                  if (record.timestamp() >= from) {
                    records.add(record);
                  }
                });
      }
      records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
      return records;
    }
  }
}
