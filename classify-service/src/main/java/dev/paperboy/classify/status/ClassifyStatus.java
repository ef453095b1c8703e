package dev.paperboy.classify.status;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /internal/status} on the management port: what the store holds. */
@Singleton
class ClassifyStatus {
  private final Pool pool;

  ClassifyStatus(Pool pool) {
    this.pool = pool;
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
                    .subscribe()
                    .with(
                        classified ->
                            context.json(
                                new JsonObject()
                                    .put("service", "classify")
                                    .put(
                                        "counters",
                                        new JsonObject().put("classified", classified))),
                        context::fail));
  }
}
