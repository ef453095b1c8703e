package dev.paperboy.notify.shelf;

import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** The topics that notify reads, and the dead letters of each, which it declares. */
@Singleton
class NotifyTopics {
  static final String CONSUMER = "notify";
  static final String CLASSIFIED = "papers.classified.v1";
  static final String TREND = "papers.trend.v1";
  static final String TOPICS = "topics.v1";
  static final String SOURCES = "sources.v1";

  private static final List<TopicSpec> DECLARED =
      Stream.of(CLASSIFIED, TREND, TOPICS, SOURCES)
          .map(topic -> TopicSpec.deadLetters(topic, CONSUMER))
          .toList();

  void declare(
      @Observes @Priority(1) StartupEvent start,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    try (Admin admin = Admin.create(kafka)) {
      TopicDeclaration.declare(admin, DECLARED);
    }
  }
}
