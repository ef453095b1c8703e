package dev.paperboy.ingest.publish;

import dev.paperboy.events.TopicDeclaration;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * Declares ingest's topics at start and notices where they are not those that the stored papers
 * were published to: a wiped broker, another cluster, a topic that was deleted and made again.
 *
 * <p>Kafka gives every topic an id of its own, so the name alone proves nothing. What was published
 * is remembered by that id; a replay makes new topics ours.
 */
@Singleton
public class BrokerHistory {
  private static final Logger LOG = Logger.getLogger(BrokerHistory.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  static final String MEND = "./paperboy ingest replay";

  private final Pool pool;
  private final Map<String, Object> kafka;
  private volatile boolean same;

  BrokerHistory(Pool pool, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.pool = pool;
    this.kafka = kafka;
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    check();
  }

  /** Declares what is missing, then compares what is there with what was published to. */
  public void check() {
    try (Admin admin = Admin.create(kafka)) {
      TopicDeclaration.declare(admin, IngestTopics.ALL);
      Map<String, String> ids = TopicDeclaration.ids(admin, IngestTopics.REPLAYED);
      Map<String, String> known = known();
      if (known.isEmpty()) {
        remember(ids);
        known = ids;
      }
      same = known.equals(ids);
      if (!same) {
        LOG.errorf(
            "the Kafka topics are not those that were published to (broker wiped or exchanged?);"
                + " harvesting waits for: %s",
            MEND);
      }
    }
  }

  /** Whether the topics are those that the stored papers were published to. */
  public boolean isSame() {
    return same;
  }

  /**
   * @throws IllegalStateException where they are not
   */
  public void requireSame() {
    if (!same) {
      throw new IllegalStateException(
          "the Kafka topics lost what was published to them; run " + MEND + " first");
    }
  }

  /** From now on the present topics are those that hold what was published. */
  public void accept() {
    try (Admin admin = Admin.create(kafka)) {
      remember(TopicDeclaration.ids(admin, IngestTopics.REPLAYED));
      same = true;
    }
  }

  private Map<String, String> known() {
    Map<String, String> known = new TreeMap<>();
    for (Row row :
        pool.query("select topic, topic_id from published_topic")
            .execute()
            .await()
            .atMost(PATIENCE)) {
      known.put(row.getString(0), row.getString(1));
    }
    return known;
  }

  private void remember(Map<String, String> ids) {
    ids.forEach(
        (topic, id) ->
            pool.preparedQuery(
                    """
                    insert into published_topic (topic, topic_id) values ($1, $2)
                    on conflict (topic) do update set topic_id = excluded.topic_id
                    """)
                .execute(Tuple.of(topic, id))
                .await()
                .atMost(PATIENCE));
  }
}
