package dev.paperboy.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the broker says about work not done yet.
 *
 * @param deadLetters records in all dead-letter topics
 * @param oldestUnprocessed age of the oldest record that a service has not committed; zero where
 *     all are
 */
record KafkaFigures(long deadLetters, Duration oldestUnprocessed) {
  private static final int TIMEOUT_MILLIS = 5_000;

  /** Asks the broker; {@code now} is the real time, which records are stamped with. */
  static KafkaFigures ask(String bootstrap, Instant now)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("request.timeout.ms", TIMEOUT_MILLIS);
    settings.put("default.api.timeout.ms", TIMEOUT_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      Set<String> topics = admin.listTopics().names().get();
      return new KafkaFigures(
          deadLetters(admin, topics), oldestUnprocessed(admin, topics, settings, now));
    }
  }

  private static long deadLetters(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions =
        partitions(
            admin, topics.stream().filter(t -> t.endsWith(".dlq")).collect(Collectors.toSet()));
    Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
    return offsets(admin, partitions, OffsetSpec.latest()).entrySet().stream()
        .mapToLong(last -> last.getValue() - first.get(last.getKey()))
        .sum();
  }

  private static Duration oldestUnprocessed(
      Admin admin, Set<String> topics, Map<String, Object> settings, Instant now)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> waiting = new TreeMap<>(PARTITION_ORDER);
    for (Map.Entry<String, Set<String>> group : groups().entrySet()) {
      List<TopicPartition> partitions =
          partitions(
              admin,
              group.getValue().stream().filter(topics::contains).collect(Collectors.toSet()));
      if (partitions.isEmpty()) {
        continue;
      }
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(group.getKey())
              .partitionsToOffsetAndMetadata(group.getKey())
              .get();
      Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
      offsets(admin, partitions, OffsetSpec.latest())
          .forEach(
              (partition, end) -> {
                OffsetAndMetadata commit = committed.get(partition);
                long next = commit == null ? first.get(partition) : commit.offset();
                if (next < end) {
                  // Two groups on one partition: the one further behind counts.
                  waiting.merge(partition, next, Math::min);
                }
              });
    }
    return waiting.isEmpty() ? Duration.ZERO : age(waiting, settings, now);
  }

  /** Topics by the consumer group that reads them. */
  private static Map<String, Set<String>> groups() {
    Map<String, Set<String>> groups = new TreeMap<>();
    Service.all()
        .forEach(
            service ->
                service
                    .groups()
                    .forEach(
                        (topic, group) ->
                            groups.computeIfAbsent(group, g -> new TreeSet<>()).add(topic)));
    return groups;
  }

  private static Duration age(
      Map<TopicPartition, Long> waiting, Map<String, Object> settings, Instant now) {
    Map<String, Object> reader = new HashMap<>(settings);
    reader.put("max.poll.records", 50);
    reader.put("max.partition.fetch.bytes", 64 * 1024);
    long oldest = now.toEpochMilli();
    try (var consumer =
        new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (Map.Entry<TopicPartition, Long> next : waiting.entrySet()) {
        consumer.assign(List.of(next.getKey()));
        consumer.seek(next.getKey(), next.getValue());
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          oldest = Math.min(oldest, record.timestamp());
        }
      }
    }
    return Duration.ofMillis(now.toEpochMilli() - oldest);
  }

  private static final java.util.Comparator<TopicPartition> PARTITION_ORDER =
      java.util.Comparator.comparing(TopicPartition::topic)
          .thenComparing(TopicPartition::partition);

  private static List<TopicPartition> partitions(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
    }
    return partitions;
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(p -> p, p -> which));
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                (Map.Entry<TopicPartition, ListOffsetsResultInfo> e) -> e.getValue().offset()));
  }
}
