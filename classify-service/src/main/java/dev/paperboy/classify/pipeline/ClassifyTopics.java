package dev.paperboy.classify.pipeline;

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

/** The Kafka topics that classify produces, declared before anything is sent. */
@Singleton
public class ClassifyTopics {
  public static final String ANNOUNCED = "papers.announced.v1";
  public static final String CLASSIFIED = "papers.classified.v1";
  public static final String TREND = "papers.trend.v1";
  public static final String TOPICS = "topics.v1";

  /** What the search index is made from. */
  public static final List<TopicSpec> INDEXED =
      List.of(TopicSpec.compacted(CLASSIFIED), TopicSpec.compacted(TREND));

  private static final List<TopicSpec> DECLARED =
      List.of(
          INDEXED.getFirst(),
          INDEXED.getLast(),
          TopicSpec.compacted(TOPICS),
          TopicSpec.deadLetters(ANNOUNCED, "classify"));

  void declare(
      @Observes @Priority(1) StartupEvent start,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    try (Admin admin = Admin.create(kafka)) {
      TopicDeclaration.declare(admin, DECLARED);
    }
  }
}
