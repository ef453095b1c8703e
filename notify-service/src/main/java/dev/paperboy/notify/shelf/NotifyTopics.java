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
import org.apache.kafka.clients.admin.Admin;

/** The topics that notify reads, and the dead letters of each, which it declares. */
@Singleton
class NotifyTopics {
  static final String CONSUMER = "notify";
  static final String CLASSIFIED = "papers.classified.v1";
  static final String TREND = "papers.trend.v1";
  static final String TOPICS = "topics.v1";
  static final String SOURCES = "sources.v1";

  /** What is read, and who declares it. */
  static final Map<String, String> READ =
      Map.of(CLASSIFIED, "classify", TREND, "classify", TOPICS, "classify", SOURCES, "ingest");

  private static final List<TopicSpec> DECLARED =
      READ.keySet().stream().map(topic -> TopicSpec.deadLetters(topic, CONSUMER)).toList();

  void declare(
      @Observes @Priority(1) StartupEvent start,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    try (Admin admin = Admin.create(kafka)) {
      TopicDeclaration.declare(admin, DECLARED);
    }
  }
}
