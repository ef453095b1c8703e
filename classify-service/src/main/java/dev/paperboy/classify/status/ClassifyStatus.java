package dev.paperboy.classify.status;

import dev.paperboy.classify.pipeline.ReclassificationProgress;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * {@code GET /internal/status} on the management port: what the store holds, and how far the order
 * to classify again is.
 */
@Singleton
class ClassifyStatus {
  private final Pool pool;
  private final ReclassificationProgress again;

  ClassifyStatus(Pool pool, ReclassificationProgress again) {
    this.pool = pool;
    this.again = again;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .get("/internal/status")
        .handler(
            context ->
                pool.query("select count(*) from paper")
                    .execute()
                    .map(rows -> rows.iterator().next().getLong(0))
                    .flatMap(classified -> again.words().map(words -> status(classified, words)))
                    .subscribe()
                    .with(context::json, context::fail));
  }

  private static JsonObject status(long classified, Optional<String> again) {
    JsonObject status =
        new JsonObject()
            .put("service", "classify")
            .put("counters", new JsonObject().put("classified", classified));
    again.ifPresent(words -> status.put("again", words));
    return status;
  }
}
