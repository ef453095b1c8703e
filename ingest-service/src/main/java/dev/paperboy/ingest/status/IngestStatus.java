package dev.paperboy.ingest.status;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /internal/status} on the management port: what the store holds. */
@Singleton
class IngestStatus {
  private final Pool pool;

  IngestStatus(Pool pool) {
    this.pool = pool;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .get("/internal/status")
        .handler(
            context ->
                pool.query("select (select count(*) from paper), (select count(*) from refusal)")
                    .execute()
                    .map(rows -> rows.iterator().next())
                    .subscribe()
                    .with(
                        row ->
                            context.json(
                                new JsonObject()
                                    .put("service", "ingest")
                                    .put(
                                        "counters",
                                        new JsonObject()
                                            .put("announced", row.getLong(0))
                                            .put("refused", row.getLong(1)))),
                        context::fail));
  }
}
