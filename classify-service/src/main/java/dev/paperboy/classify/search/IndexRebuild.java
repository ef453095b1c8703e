package dev.paperboy.classify.search;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code POST /internal/index/rebuild} on the management port: reads this replica's index again
 * from the topics. Searches find what there was until all of it is there.
 */
@Singleton
class IndexRebuild {
  private static final int ACCEPTED = 202;

  private final IndexFeeder feeder;

  IndexRebuild(IndexFeeder feeder) {
    this.feeder = feeder;
  }

  void register(@Observes ManagementInterface management) {
    management.router().post("/internal/index/rebuild").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    feeder.again();
    context.response().setStatusCode(ACCEPTED);
    context.json(
        new JsonObject()
            .put(
                "message",
                "The index is read again from the topics. Searches find what there was until then;"
                    + " the log says when all is there."));
  }
}
