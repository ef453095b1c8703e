package dev.paperboy.ingest.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.events.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a dead letter says of itself, without its body: there may be many, of megabytes each.
 *
 * @param place where it lies
 * @param origin where it was read; null where it does not say
 * @param key null where the record has none
 * @param cause why it was put aside; empty where it does not say
 * @param at when it was put aside
 * @param bytes size of the body
 */
record Letter(Place place, Origin origin, ByteBuffer key, String cause, Instant at, int bytes) {

  /** A place in a dead-letter topic. */
  record Place(String topic, int partition, long offset) {}

  /** The place of the original record. */
  record Origin(TopicPartition partition, long offset) {}

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    return new Letter(
        new Place(record.topic(), record.partition(), record.offset()),
        origin(record).orElse(null),
        record.key() == null ? null : ByteBuffer.wrap(record.key()),
        header(record, DeadLetter.CAUSE).orElse(""),
        Instant.ofEpochMilli(record.timestamp()),
        record.value() == null ? 0 : record.value().length);
  }

  private static Optional<Origin> origin(ConsumerRecord<byte[], byte[]> record) {
    try {
      return header(record, DeadLetter.TOPIC)
          .flatMap(
              topic ->
                  header(record, DeadLetter.PARTITION)
                      .flatMap(
                          partition ->
                              header(record, DeadLetter.OFFSET)
                                  .map(
                                      offset ->
                                          new Origin(
                                              new TopicPartition(
                                                  topic, Integer.parseInt(partition)),
                                              Long.parseLong(offset)))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(header -> new String(header.value(), UTF_8));
  }

  /** The key as text; null where there is none. */
  String keyText() {
    return key == null ? null : UTF_8.decode(key.duplicate()).toString();
  }
}
