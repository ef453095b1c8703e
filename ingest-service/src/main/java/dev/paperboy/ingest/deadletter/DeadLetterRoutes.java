package dev.paperboy.ingest.deadletter;

import dev.paperboy.ingest.deadletter.Letter.Origin;
import dev.paperboy.ingest.deadletter.Letter.Place;
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
        .forEach(letter -> all.add(json(letter, replayed.get(letter.place()))));
    return new JsonObject().put("count", listing.count()).put("deadLetters", all);
  }

  private static JsonObject json(Letter letter, Instant replayedAt) {
    Origin origin = letter.origin();
    return new JsonObject()
        .put("topic", letter.place().topic())
        .put("offset", letter.place().offset())
        .put("key", letter.keyText())
        .put("cause", letter.cause())
        .put("fromTopic", origin == null ? null : origin.partition().topic())
        .put("fromPartition", origin == null ? null : origin.partition().partition())
        .put("fromOffset", origin == null ? null : origin.offset())
        .put("at", letter.at().toString())
        .put("bytes", letter.bytes())
        .put("replayedAt", replayedAt == null ? null : replayedAt.toString());
  }

  private JsonObject replay(String topic, String offset) {
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
