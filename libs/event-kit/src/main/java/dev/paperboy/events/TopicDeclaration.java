package dev.paperboy.events;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that a service produces, and refuses those that exist with a wrong policy. */
public final class TopicDeclaration {
  private static final Duration LEADERS_PATIENCE = Duration.ofMinutes(1);
  private static final Duration LEADERS_PAUSE = Duration.ofMillis(20);

  private TopicDeclaration() {}

  /**
   * Creates what is missing and checks what is there. Idempotent; two services may race. On return
   * every partition takes records.
   *
   * @throws TopicPolicyException where an existing topic has other settings or fewer partitions
   * @throws IllegalStateException where the broker cannot be asked, or a partition has no leader
   *     for a minute
   */
  public static void declare(Admin admin, Collection<TopicSpec> specs) {
    try {
      Set<String> existing = admin.listTopics().names().get();
      List<TopicSpec> missing =
          specs.stream().filter(spec -> !existing.contains(spec.name())).toList();
      create(admin, missing);
      check(admin, specs.stream().filter(spec -> existing.contains(spec.name())).toList());
      awaitLeaders(admin, specs);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the Kafka broker could not be asked for its topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while declaring topics", e);
    }
  }

  /**
   * The ids that Kafka gave to existing topics, by name. A topic that is deleted and made again, or
   * stands on another cluster, has another id.
   *
   * @throws IllegalStateException where the broker cannot be asked, or a topic is missing
   * @see <a
   *     href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-516%3A+Topic+Identifiers">KIP-516</a>
   */
  public static Map<String, String> ids(Admin admin, Collection<TopicSpec> specs) {
    try {
      Map<String, String> ids = new TreeMap<>();
      admin
          .describeTopics(specs.stream().map(TopicSpec::name).toList())
          .allTopicNames()
          .get()
          .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
      return ids;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the Kafka broker could not be asked for its topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for topics", e);
    }
  }

  private static void create(Admin admin, List<TopicSpec> specs)
      throws ExecutionException, InterruptedException {
    // An empty replication factor takes the broker's default: 1 on a laptop, 3 on a cluster.
    List<NewTopic> topics =
        specs.stream()
            .map(
                spec ->
                    new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
                        .configs(spec.config()))
            .toList();
    for (var created : admin.createTopics(topics).values().values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /**
   * Waits until the leader of each partition answers for it. A topic is known to clients before its
   * leader has opened it. An idempotent producer that sends several batches into that gap may have
   * the first refused and the second taken; the first is then out of sequence for good, and stays
   * unsent until its delivery time-out.
   */
  private static void awaitLeaders(Admin admin, Collection<TopicSpec> specs)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (TopicSpec spec : specs) {
      for (int i = 0; i < spec.partitions(); i++) {
        ends.put(new TopicPartition(spec.name(), i), OffsetSpec.latest());
      }
    }
    long deadline = System.nanoTime() + LEADERS_PATIENCE.toNanos();
    while (true) {
      try {
        admin.listOffsets(ends).all().get();
        return;
      } catch (ExecutionException e) {
        // Among others: the topic has not reached every broker's metadata yet.
        if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(LEADERS_PAUSE);
      }
    }
  }

  private static void check(Admin admin, List<TopicSpec> specs)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> resources =
        specs.stream()
            .map(spec -> new ConfigResource(ConfigResource.Type.TOPIC, spec.name()))
            .toList();
    Map<String, Config> configs =
        admin.describeConfigs(resources).all().get().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    Map<String, TopicDescription> topics =
        admin.describeTopics(specs.stream().map(TopicSpec::name).toList()).allTopicNames().get();
    for (TopicSpec spec : specs) {
      int partitions = topics.get(spec.name()).partitions().size();
      if (partitions < spec.partitions()) {
        throw wrong(
            spec.name(), "partitions", Integer.toString(partitions), "" + spec.partitions());
      }
      spec.config()
          .forEach(
              (key, wanted) -> {
                String actual = configs.get(spec.name()).get(key).value();
                if (!wanted.equals(actual)) {
                  throw wrong(spec.name(), key, actual, wanted);
                }
              });
    }
  }

  private static TopicPolicyException wrong(
      String topic, String key, String actual, String wanted) {
    return new TopicPolicyException(
        "topic %s has %s=%s where Paperboy needs %s; change it with kafka-configs/kafka-topics or delete the topic, then start again"
            .formatted(topic, key, actual, wanted));
  }
}
