package dev.paperboy.classify.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.pipeline.ClassifiedPublisher;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Publishes the taxonomy at start: every topic with the version of its words, and a deletion for
 * those that are gone. Telling what was told before does no harm: versions are the same.
 */
@Singleton
class TopicsV1 {
  private static final Logger LOG = Logger.getLogger(TopicsV1.class);

  private final Taxonomy taxonomy;
  private final ClassifiedPublisher publisher;
  private final ObjectMapper json;

  TopicsV1(Taxonomy taxonomy, ClassifiedPublisher publisher, ObjectMapper json) {
    this.taxonomy = taxonomy;
    this.publisher = publisher;
    this.json = json;
  }

  void publish(@Observes StartupEvent start) {
    Thread.ofVirtual()
        .name("topics")
        .start(
            () -> {
              try {
                List<PublishedTopic> topics =
                    VertxContextSupport.subscribeAndAwait(
                        () -> Panache.withTransaction(this::brought));
                VertxContextSupport.subscribeAndAwait(() -> tell(topics));
              } catch (Throwable e) {
                LOG.error("the taxonomy could not be published; a restart tries again", e);
              }
            });
  }

  /** Brings the stored topics in line with the taxonomy. */
  private Uni<List<PublishedTopic>> brought() {
    return PublishedTopic.<PublishedTopic>listAll()
        .flatMap(
            stored -> {
              Map<String, PublishedTopic> byId =
                  stored.stream().collect(Collectors.toMap(t -> t.id, Function.identity()));
              List<PublishedTopic> fresh = new ArrayList<>();
              for (Topic topic : taxonomy.all()) {
                PublishedTopic row = byId.remove(topic.id());
                if (row == null) {
                  row = new PublishedTopic();
                  row.id = topic.id();
                  fresh.add(row);
                  stored.add(row);
                }
                update(row, body(topic));
              }
              byId.values().forEach(gone -> gone.retired = true);
              // To persist none is a failure, too.
              return fresh.isEmpty()
                  ? Uni.createFrom().item(stored)
                  : PublishedTopic.persist(fresh).replaceWith(stored);
            });
  }

  private static void update(PublishedTopic row, String body) {
    if (row.retired || !body.equals(row.body)) {
      row.seq++;
      row.body = body;
      row.retired = false;
    }
  }

  private Uni<Void> tell(List<PublishedTopic> topics) {
    return Uni.join().all(topics.stream().map(this::tell).toList()).andFailFast().replaceWithVoid();
  }

  private Uni<Void> tell(PublishedTopic topic) {
    try {
      return topic.retired
          ? publisher.publishTopicDeletion(topic.id)
          : publisher.publishTopic(
              topic.id,
              topic.seq,
              json.writeValueAsBytes(
                  json.createObjectNode()
                      .put("id", topic.id)
                      .put("seq", topic.seq)
                      .setAll(
                          (com.fasterxml.jackson.databind.node.ObjectNode)
                              json.readTree(topic.body))));
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
  }

  private String body(Topic topic) {
    try {
      return json.writeValueAsString(
          json.createObjectNode()
              .put("name", topic.name())
              .put("description", topic.description())
              .put("parent", topic.parent())
              .set("synonyms", json.valueToTree(topic.synonyms())));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
