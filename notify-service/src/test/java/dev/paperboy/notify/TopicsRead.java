package dev.paperboy.notify;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** How far notify has read its topics, by its own database, beside where they end. */
final class TopicsRead {
  static final List<String> TOPICS =
      List.of("papers.classified.v1", "papers.trend.v1", "topics.v1", "sources.v1");

  private TopicsRead() {}

  /**
   * Waits until all that stands on the four topics of a broker as it is now was read. The channels
   * read and notice a change each by itself: that one is through says nothing of the others.
   */
  static void await(String broker, Duration patience) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      Awaitility.await()
          .atMost(patience)
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(read()).containsAll(written(admin)));
    }
  }

  /** Where partitions with records end. */
  private static TreeSet<String> written(Admin admin) throws Exception {
    Map<String, TopicDescription> topics = admin.describeTopics(TOPICS).allTopicNames().get();
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    topics.forEach(
        (name, topic) ->
            topic
                .partitions()
                .forEach(
                    partition ->
                        partitions.put(
                            new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends =
        admin.listOffsets(partitions).all().get().entrySet().stream()
            .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    String cluster = admin.describeCluster().clusterId().get();
    TreeSet<String> written = new TreeSet<>();
    ends.forEach(
        (partition, end) -> {
          if (end > 0) {
            written.add(
                "%s %s %s %d"
                    .formatted(cluster, topics.get(partition.topic()).topicId(), partition, end));
          }
        });
    return written;
  }

  private static List<String> read() {
    return List.of(
        Rows.one(
                """
                select coalesce(string_agg(cluster_id || ' ' || topic_id || ' ' || topic || '-'
                  || partition || ' ' || position, ','), '') from shelf_position
                """)
            .split(","));
  }
}
