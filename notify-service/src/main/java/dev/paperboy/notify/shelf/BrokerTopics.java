package dev.paperboy.notify.shelf;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker which topics there are. Blocks, for some seconds at most. */
@Singleton
class BrokerTopics {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admin admin;

  BrokerTopics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    this.admin = Admin.create(settings);
  }

  /**
   * The topics of those that exist, and which ones they are.
   *
   * @throws KafkaException where the broker does not answer
   */
  Map<String, Incarnation> incarnations(Collection<String> topics) {
    String cluster = of(admin.describeCluster().clusterId());
    return descriptions(topics).values().stream()
        .collect(
            Collectors.toMap(
                TopicDescription::name,
                topic -> new Incarnation(cluster, topic.topicId().toString())));
  }

  /**
   * Records to read of each existing topic, at most: compaction leaves gaps.
   *
   * @throws KafkaException where the broker does not answer
   */
  Map<String, Long> lengths(Collection<String> topics) {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    descriptions(topics)
        .values()
        .forEach(
            topic ->
                topic
                    .partitions()
                    .forEach(
                        partition ->
                            all.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                OffsetSpec.earliest())));
    Map<TopicPartition, ListOffsetsResultInfo> beginnings = of(admin.listOffsets(all).all());
    all.replaceAll((partition, spec) -> OffsetSpec.latest());
    Map<TopicPartition, ListOffsetsResultInfo> ends = of(admin.listOffsets(all).all());
    return all.keySet().stream()
        .collect(
            Collectors.groupingBy(
                TopicPartition::topic,
                Collectors.summingLong(
                    partition ->
                        ends.get(partition).offset() - beginnings.get(partition).offset())));
  }

  private Map<String, TopicDescription> descriptions(Collection<String> topics) {
    return admin.describeTopics(topics).topicNameValues().entrySet().stream()
        .flatMap(topic -> existing(topic.getValue()))
        .collect(Collectors.toMap(TopicDescription::name, Function.identity()));
  }

  private static java.util.stream.Stream<TopicDescription> existing(
      KafkaFuture<TopicDescription> topic) {
    try {
      return java.util.stream.Stream.of(of(topic));
    } catch (UnknownTopicOrPartitionException e) {
      return java.util.stream.Stream.empty();
    }
  }

  private static <T> T of(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking the broker", e);
    }
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ZERO);
  }
}
