package dev.paperboy.notify.shelf;

import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** The dead-letter topics of notify, declared before anything is put there. */
@Singleton
class NotifyTopics {
  void declare(
      @Observes @Priority(1) StartupEvent start,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    try (Admin admin = Admin.create(kafka)) {
      TopicDeclaration.declare(
          admin,
          Stream.of(EventBatch.CLASSIFIED, EventBatch.TREND, EventBatch.TOPICS, EventBatch.SOURCES)
              .map(topic -> TopicSpec.deadLetters(topic, EventBatch.CONSUMER))
              .toList());
    }
  }
}
