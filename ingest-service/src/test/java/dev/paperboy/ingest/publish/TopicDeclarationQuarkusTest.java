package dev.paperboy.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicPolicyException;
import dev.paperboy.events.TopicSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class TopicDeclarationQuarkusTest {
  @Test
  void whatWasDeclaredTakesRecordsAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      List<TopicSpec> specs =
          Stream.generate(() -> TopicSpec.keptFor(name(), Duration.ofHours(1))).limit(5).toList();
      try (Admin admin = Admin.create(broker());
          KafkaProducer<String, String> producer = producer()) {
        TopicDeclaration.declare(admin, specs);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
          for (TopicSpec spec : specs) {
            sent.add(producer.send(new ProducerRecord<>(spec.name(), "" + i, "x".repeat(1000))));
          }
        }
        for (Future<RecordMetadata> each : sent) {
          each.get();
        }
        assertThat(retries(producer)).isZero();
        admin.deleteTopics(specs.stream().map(TopicSpec::name).toList()).all().get();
      }
    }
  }

  @Test
  void aTopicWithAnotherPolicyIsRefusedWithWhatToDo() {
    String name = name();
    try (Admin admin = Admin.create(broker())) {
      TopicDeclaration.declare(admin, List.of(TopicSpec.keptFor(name, Duration.ofHours(1))));
      assertThatThrownBy(() -> TopicDeclaration.declare(admin, List.of(TopicSpec.compacted(name))))
          .isInstanceOf(TopicPolicyException.class)
          .hasMessageContaining(name + " has cleanup.policy=delete where Paperboy needs compact")
          .hasMessageContaining("kafka-configs");
      admin.deleteTopics(List.of(name));
    }
  }

  private static String name() {
    return "declared-" + UUID.randomUUID();
  }

  private static Map<String, Object> broker() {
    return Map.of("bootstrap.servers", Backing.current().kafkaBootstrap());
  }

  private static KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(broker(), new StringSerializer(), new StringSerializer());
  }

  private static double retries(KafkaProducer<?, ?> producer) {
    return producer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("record-retry-total"))
        .filter(metric -> metric.metricName().group().equals("producer-metrics"))
        .mapToDouble(metric -> (double) metric.metricValue())
        .sum();
  }
}
