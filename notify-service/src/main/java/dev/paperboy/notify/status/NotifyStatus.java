package dev.paperboy.notify.status;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /internal/status} on the management port: what the store holds. */
@Singleton
class NotifyStatus {
  private final Pool pool;

  NotifyStatus(Pool pool) {
    this.pool = pool;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .get("/internal/status")
        .handler(
            context ->
                pool.query(
                        """
                        select (select count(*) from shelf),
                          (select count(*) from subscriber where status = 'active'),
                          (select count(*) from digest),
                          (select count(*) from mail where status = 'sent')
                        """)
                    .execute()
                    .map(rows -> rows.iterator().next())
                    .subscribe()
                    .with(
                        row ->
                            context.json(
                                new JsonObject()
                                    .put("service", "notify")
                                    .put(
                                        "counters",
                                        new JsonObject()
                                            .put("shelved", row.getLong(0))
                                            .put("subscribers", row.getLong(1))
                                            .put("digests", row.getLong(2))
                                            .put("mails_sent", row.getLong(3)))),
                        context::fail));
  }
}
