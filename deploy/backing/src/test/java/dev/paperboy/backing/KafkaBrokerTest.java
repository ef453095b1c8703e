package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
  private static final int TWO_MEGABYTES = 2 * 1024 * 1024;
  @TempDir Path dir;

  @Test
  void recordsOffsetsAndClusterIdOutliveARestart() throws Exception {
    String cluster;
    try (KafkaBroker broker = KafkaBroker.start(dir, FreePort.one());
        Admin admin = Admin.create(clients(broker))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("letters", Optional.of(1), Optional.empty())
                      .configs(Map.of("max.message.bytes", "" + (TWO_MEGABYTES + 1024)))))
          .all()
          .get();
      cluster = admin.describeCluster().clusterId().get();
      produce(broker, "first".getBytes(UTF_8));
      assertThat(consume(broker, 1)).containsExactly("first");
      produce(broker, new byte[TWO_MEGABYTES]);
    }

    try (KafkaBroker broker = KafkaBroker.start(dir, FreePort.one());
        Admin admin = Admin.create(clients(broker))) {
      assertThat(admin.describeCluster().clusterId().get()).isEqualTo(cluster);
      assertThat(consume(broker, 1)).singleElement().matches(s -> s.length() == TWO_MEGABYTES);
    }
  }

  @Test
  void aTopicThatNobodyDeclaredIsAnError() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(dir, FreePort.one())) {
      assertThatThrownBy(() -> produce(broker, new byte[0]))
          .hasMessageContaining("letters not present in metadata");
    }
  }

  @Test
  void everyCompressionIsRead() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(dir, FreePort.one());
        Admin admin = Admin.create(clients(broker))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("letters", Optional.of(1), Optional.empty())
                      // Compaction makes the broker look into every batch.
                      .configs(Map.of("cleanup.policy", "compact"))))
          .all()
          .get();
      for (String compression : List.of("none", "gzip", "snappy", "lz4", "zstd")) {
        produce(broker, compression.getBytes(UTF_8), compression);
      }
      assertThat(consume(broker, 5)).containsExactly("none", "gzip", "snappy", "lz4", "zstd");
    }
  }

  private static void produce(KafkaBroker broker, byte[] value) throws Exception {
    produce(broker, value, "none");
  }

  private static void produce(KafkaBroker broker, byte[] value, String compression)
      throws Exception {
    Map<String, Object> settings = clients(broker);
    settings.put("compression.type", compression);
    settings.put("max.request.size", TWO_MEGABYTES + 10_000);
    settings.put("max.block.ms", 2000);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("letters", "key".getBytes(UTF_8), value)).get();
    }
  }

  private static List<String> consume(KafkaBroker broker, int count) {
    Map<String, Object> settings = clients(broker);
    settings.put("group.id", "reader");
    settings.put("auto.offset.reset", "earliest");
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("letters"));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> values.add(new String(record.value(), UTF_8)));
      }
      consumer.commitSync();
    }
    return values;
  }

  private static Map<String, Object> clients(KafkaBroker broker) {
    return new java.util.HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
