package dev.paperboy.ingest.publish;

import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The topics that ingest produces, declared before anything is sent. */
@Singleton
class IngestTopics {
  private static final List<TopicSpec> TOPICS =
      List.of(TopicSpec.compacted("papers.announced.v1"), TopicSpec.compacted("sources.v1"));

  void declare(
      @Observes @Priority(1) StartupEvent start,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    try (Admin admin = Admin.create(kafka)) {
      TopicDeclaration.declare(admin, TOPICS);
    }
  }
}
