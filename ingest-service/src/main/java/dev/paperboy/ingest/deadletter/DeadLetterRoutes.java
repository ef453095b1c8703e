package dev.paperboy.ingest.deadletter;

import dev.paperboy.ingest.deadletter.DeadLetterReplay.Place;
import dev.paperboy.ingest.deadletter.DeadLetters.Letter;
import dev.paperboy.ingest.management.Answers;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Lists and replays dead letters on the management port. */
@Singleton
class DeadLetterRoutes {
  private static final int LISTED = 200;

  private final DeadLetters letters;
  private final DeadLetterReplay replay;

  DeadLetterRoutes(DeadLetters letters, DeadLetterReplay replay) {
    this.letters = letters;
    this.replay = replay;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .get("/internal/dead-letters")
        .handler(context -> Answers.send(context, this::list));
    management
        .router()
        .post("/internal/dead-letters/replay")
        .handler(
            context ->
                Answers.send(
                    context,
                    () ->
                        replay(
                            context.request().getParam("topic"),
                            context.request().getParam("offset"))));
  }

  private JsonObject list() {
    DeadLetters.Listing listing = letters.newest(LISTED);
    Map<Place, Instant> replayed = replay.replayed();
    JsonArray all = new JsonArray();
    listing.newest().stream()
        .limit(LISTED)
        .forEach(letter -> all.add(json(letter, replayed.get(Place.of(letter)))));
    return new JsonObject().put("count", listing.count()).put("deadLetters", all);
  }

  private static JsonObject json(Letter letter, Instant replayedAt) {
    return new JsonObject()
        .put("topic", letter.topic())
        .put("offset", letter.offset())
        .put("key", letter.key())
        .put("cause", letter.cause())
        .put("fromTopic", letter.fromTopic().orElse(null))
        .put("fromPartition", letter.from().map(p -> p.partition()).orElse(null))
        .put("fromOffset", letter.fromOffset().orElse(null))
        .put("at", letter.at().toString())
        .put("bytes", letter.record().value() == null ? 0 : letter.record().value().length)
        .put("replayedAt", replayedAt == null ? null : replayedAt.toString());
  }

  private JsonObject replay(String topic, String offset) throws InterruptedException {
    if (topic == null != (offset == null)) {
      throw new IllegalArgumentException("topic and offset belong together; give both or none");
    }
    DeadLetterReplay.Outcome outcome =
        topic == null ? replay.all() : replay.one(topic, number(offset));
    JsonArray skipped = new JsonArray();
    outcome
        .skipped()
        .forEach(
            skip ->
                skipped.add(
                    new JsonObject()
                        .put("topic", skip.place().topic())
                        .put("offset", skip.place().offset())
                        .put("reason", skip.reason())));
    return new JsonObject().put("replayed", outcome.replayed()).put("skipped", skipped);
  }

  private static long number(String offset) {
    try {
      return Long.parseLong(offset);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("offset is a number, not «" + offset + "»", e);
    }
  }
}
