package dev.paperboy.backing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What our brokers of one node have in common, in this JVM or in a container. */
final class KafkaSettings {
  /** Dead letters may hold 2 MB; the batch around them needs some more. */
  private static final int LARGEST_MESSAGE = 2 * 1024 * 1024 + 64 * 1024;

  private KafkaSettings() {}

  /** As Kafka's own properties. */
  static Map<String, String> properties() {
    Map<String, String> settings = new LinkedHashMap<>();
    // A misspelt name is an error, not a topic.
    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(LARGEST_MESSAGE));
    settings.put("replica.fetch.max.bytes", Integer.toString(LARGEST_MESSAGE));
    // One node holds every copy.
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // Small: a laptop has a few consumers, not thousands.
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
    settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "2");
    // Consumers start work at once, and a killed broker's old session does not delay the next.
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("broker.session.timeout.ms", "3000");
    return settings;
  }

  /** As the environment variables that the image {@code apache/kafka} makes its properties from. */
  static Map<String, String> environment() {
    return properties().entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> "KAFKA_" + setting.getKey().replace('.', '_').toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
  }
}
