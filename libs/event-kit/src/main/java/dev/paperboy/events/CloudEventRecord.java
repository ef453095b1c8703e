package dev.paperboy.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Kafka records that are CloudEvents in binary mode: attributes in {@code ce_*} headers, the body
 * as it is.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEventRecord {
  private CloudEventRecord() {}

  /**
   * An event.
   *
   * @param topic the topic, which is the event's type too
   * @param key what the event speaks of
   * @param seq version of the row that it shows; the same version has the same event id
   * @param service the producing service's name
   * @param body JSON in UTF-8
   */
  public static ProducerRecord<String, byte[]> of(
      String topic, String key, long seq, String service, byte[] body) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", EventId.of(key, seq));
    add(headers, "ce_type", topic);
    add(headers, "ce_source", "/" + service);
    add(headers, "ce_subject", key);
    add(headers, "ce_time", Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).toString());
    add(headers, "content-type", "application/json");
    return record;
  }

  /** What deletes {@code key} from a compacted topic: a null value. */
  public static ProducerRecord<String, byte[]> deletion(String topic, String key) {
    return new ProducerRecord<>(topic, key, null);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
