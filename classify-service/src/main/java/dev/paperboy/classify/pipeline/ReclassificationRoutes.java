package dev.paperboy.classify.pipeline;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * {@code POST /internal/again} on the management port: classify again what something else
 * classified; {@code ?since=YYYY-MM-DD} only what was announced from that day on.
 */
@Singleton
class ReclassificationRoutes {
  private static final Logger LOG = Logger.getLogger(ReclassificationRoutes.class);
  private static final int BAD_REQUEST = 400;
  private static final int FAILED = 500;

  private final ReclassificationStore store;
  private final ClassifiedBy by;
  private final ReclassifierLoop loop;

  ReclassificationRoutes(ReclassificationStore store, ClassifiedBy by, ReclassifierLoop loop) {
    this.store = store;
    this.by = by;
    this.loop = loop;
  }

  void register(@Observes ManagementInterface management) {
    management.router().post("/internal/again").handler(this::again);
  }

  private void again(RoutingContext context) {
    LocalDate since;
    String written = context.request().params().get("since");
    try {
      since = written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
    } catch (DateTimeException e) {
      answer(context, BAD_REQUEST, "since is «" + written + "», not YYYY-MM-DD");
      return;
    }
    store
        .left(by.hash(), since)
        .call(left -> left == 0 ? Uni.createFrom().voidItem() : store.ask(by.hash(), since))
        .subscribe()
        .with(
            left -> {
              LOG.infof("asked to classify again papers=%d since=%s", left, since);
              loop.wake();
              context.json(new JsonObject().put("papers", left));
            },
            failure -> {
              LOG.warnf(failure, "the order to classify again could not be noted");
              answer(context, FAILED, String.valueOf(failure.getMessage()));
            });
  }

  private static void answer(RoutingContext context, int status, String message) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("message", message).encode());
  }
}
