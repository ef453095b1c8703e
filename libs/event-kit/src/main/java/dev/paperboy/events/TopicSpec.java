package dev.paperboy.events;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Kafka topic as its producer declares it: topics are code.
 *
 * @param name the topic's name, with its major version
 * @param partitions number of partitions
 * @param config topic settings by their Kafka names
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {
  private static final int PARTITIONS = 4;
  private static final String DEAD_LETTERS = ".dlq";

  /** An announced paper may not be larger: consumers size their batches by it. */
  public static final int LARGEST_PAPER_BYTES = 256 * 1024;

  /** Dead letters may be as large: what was too large for others must fit. */
  public static final int DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  /** The latest event of each key is kept for ever; a null value deletes the key. */
  public static TopicSpec compacted(String name) {
    return new TopicSpec(name, PARTITIONS, Map.of("cleanup.policy", "compact"));
  }

  /** Events are kept for a time, then dropped. */
  public static TopicSpec keptFor(String name, Duration retention) {
    return new TopicSpec(
        name,
        PARTITIONS,
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
  }

  /** Where {@code consumer} puts records of {@code topic} that it cannot read; kept 30 days. */
  public static TopicSpec deadLetters(String topic, String consumer) {
    Map<String, String> config = new LinkedHashMap<>(keptFor("", Duration.ofDays(30)).config());
    config.put("max.message.bytes", Integer.toString(DEAD_LETTER_BYTES));
    return new TopicSpec(deadLetterName(topic, consumer), 1, Map.copyOf(config));
  }

  /** {@code <topic>.<consumer>.dlq}. */
  public static String deadLetterName(String topic, String consumer) {
    return topic + "." + consumer + DEAD_LETTERS;
  }

  /** Whether a topic holds dead letters, of whatever consumer. */
  public static boolean isDeadLetters(String topic) {
    return topic.endsWith(DEAD_LETTERS);
  }
}
