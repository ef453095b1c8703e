package dev.paperboy.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  @Test
  void keepsTheOriginalBytesAndSaysWhereTheyCameFrom() {
    var record =
        new ConsumerRecord<>("papers.announced.v1", 2, 41L, "arxiv:1", "{broken".getBytes(UTF_8));
    record.headers().add("ce_id", "x".getBytes(UTF_8));

    var letter = DeadLetter.of(record, "classify", new IllegalArgumentException("no title"));

    assertEquals("papers.announced.v1.classify.dlq", letter.topic());
    assertArrayEquals("arxiv:1".getBytes(UTF_8), letter.key());
    assertArrayEquals("{broken".getBytes(UTF_8), letter.value());
    assertEquals("IllegalArgumentException: no title", header(letter, DeadLetter.CAUSE));
    assertEquals("papers.announced.v1", header(letter, DeadLetter.TOPIC));
    assertEquals("2", header(letter, DeadLetter.PARTITION));
    assertEquals("41", header(letter, DeadLetter.OFFSET));
    assertEquals("x", header(letter, "ce_id"));
  }

  private static String header(
      org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
