package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.management.Answers;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
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
  private final Gaps gaps;

  HarvestRoutes(HarvestJob job, Replay replay, Gaps gaps) {
    this.job = job;
    this.replay = replay;
    this.gaps = gaps;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .post("/internal/harvest")
        .handler(context -> Answers.send(context, () -> harvested(job.runNow())));
    management
        .router()
        .post("/internal/replay")
        .handler(
            context -> {
              MultiMap parameters = context.request().params();
              Answers.send(context, () -> replayed(parameters));
            });
    management
        .router()
        .get("/internal/gaps")
        .handler(context -> Answers.send(context, gaps::report));
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

  /** Without parameters everything, at once; with any of them only what they say, and dry. */
  private JsonObject replayed(MultiMap parameters) throws Throwable {
    ReplayScope scope =
        ReplayScope.of(parameters.get("from"), parameters.get("until"), parameters.get("ids"));
    boolean dry = !"false".equals(parameters.get("dryRun"));
    boolean all = scope.isAll() && !parameters.contains("dryRun");
    long begin = System.nanoTime();
    int papers = all ? replay.run() : replay.run(scope, dry);
    return new JsonObject()
        .put("papers", papers)
        .put("dryRun", !all && dry)
        .put("seconds", Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
  }
}
