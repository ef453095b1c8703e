package dev.paperboy.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A record that could not be read, with its original bytes and where it came from. */
public final class DeadLetter {
  public static final String CAUSE = "dead-letter-cause";
  public static final String TOPIC = "dead-letter-topic";
  public static final String PARTITION = "dead-letter-partition";
  public static final String OFFSET = "dead-letter-offset";
  private static final int LONGEST_CAUSE = 500;

  private static final Set<String> OWN = Set.of(CAUSE, TOPIC, PARTITION, OFFSET);

  private DeadLetter() {}

  /** Whether a header was added to the original record. */
  public static boolean isOwn(String header) {
    return OWN.contains(header);
  }

  /**
   * The record to put on the consumer's dead-letter topic.
   *
   * @param record the record as it was read, key and value untouched
   * @param consumer name of the consuming service
   * @param cause why it was refused
   */
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<?, byte[]> record, String consumer, Throwable cause) {
    byte[] key =
        switch (record.key()) {
          case null -> null;
          case byte[] bytes -> bytes;
          default -> record.key().toString().getBytes(UTF_8);
        };
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            TopicSpec.deadLetterName(record.topic(), consumer), key, record.value());
    String message =
        (cause.getClass().getSimpleName() + ": " + cause.getMessage())
            // Some quote what came; an operator's terminal shall show it as it is.
            .replaceAll("\\p{Cntrl}+", " ");
    Headers headers = letter.headers();
    record.headers().forEach(headers::add);
    headers.add(
        CAUSE, message.substring(0, Math.min(LONGEST_CAUSE, message.length())).getBytes(UTF_8));
    headers.add(TOPIC, record.topic().getBytes(UTF_8));
    headers.add(PARTITION, Integer.toString(record.partition()).getBytes(UTF_8));
    headers.add(OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
    return letter;
  }
}
