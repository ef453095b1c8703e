package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.management.Answers;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What an operator may ask of the harvest, on the management port. */
@Singleton
class HarvestRoutes {
  private final HarvestJob job;
  private final Replay replay;

  HarvestRoutes(HarvestJob job, Replay replay) {
    this.job = job;
    this.replay = replay;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .post("/internal/harvest")
        .handler(context -> Answers.send(context, () -> harvested(job.runNow())));
    management
        .router()
        .post("/internal/replay")
        .handler(context -> Answers.send(context, this::replayed));
  }

  private static JsonObject harvested(List<HarvestJob.Outcome> outcomes) {
    JsonArray feeds = new JsonArray();
    int announced = 0;
    int refused = 0;
    for (HarvestJob.Outcome outcome : outcomes) {
      announced += outcome.tally().announced();
      refused += outcome.tally().refused();
      feeds.add(
          new JsonObject()
              .put("feed", outcome.feed())
              .put("verdict", outcome.verdict())
              .put("detail", outcome.detail()));
    }
    return new JsonObject().put("announced", announced).put("refused", refused).put("feeds", feeds);
  }

  private JsonObject replayed() throws Throwable {
    long begin = System.nanoTime();
    int papers = replay.run();
    return new JsonObject()
        .put("papers", papers)
        .put("seconds", Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
  }
}
