package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
    })
class TopicsV1QuarkusTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TopicsV1 topics;
  @Inject Taxonomy taxonomy;

  /** A broker may have lost them since. */
  @Test
  void aRestartPublishesTheTaxonomyAgainWithTheSameVersions() {
    String id = taxonomy.all().getLast().id();
    await().atMost(PATIENCE).until(() -> !published(id).isEmpty());
    int before = published(id).size();

    topics.publish(new StartupEvent());

    await().atMost(PATIENCE).until(() -> published(id).size() > before);
    List<ConsumerRecord<String, byte[]>> all = published(id);
    assertThat(all.getLast().value()).isEqualTo(all.getFirst().value());
  }

  private static List<ConsumerRecord<String, byte[]>> published(String id) {
    return TopicRecords.of("topics.v1", id);
  }
}
