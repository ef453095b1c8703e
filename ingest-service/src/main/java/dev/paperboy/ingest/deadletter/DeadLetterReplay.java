package dev.paperboy.ingest.deadletter;

import dev.paperboy.ingest.deadletter.DeadLetters.Letter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends dead letters to their topics again, each once unless asked for by its offset. */
@Singleton
class DeadLetterReplay {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DeadLetters letters;
  private final Pool pool;

  DeadLetterReplay(DeadLetters letters, Pool pool) {
    this.letters = letters;
    this.pool = pool;
  }

  record Place(String topic, int partition, long offset) {
    static Place of(Letter letter) {
      return new Place(letter.topic(), letter.partition(), letter.offset());
    }
  }

  record Skipped(Place place, String reason) {}

  record Outcome(int replayed, List<Skipped> skipped) {}

  /** When letters were sent again. */
  Map<Place, Instant> replayed() {
    Map<Place, Instant> replayed = new HashMap<>();
    for (Row row :
        pool.query("select topic, part, \"offset\", replayed_at from dead_letter_replay")
            .execute()
            .await()
            .atMost(PATIENCE)) {
      replayed.put(
          new Place(row.getString(0), row.getInteger(1), row.getLong(2)),
          row.getOffsetDateTime(3).toInstant());
    }
    return replayed;
  }

  /**
   * Sends one letter again.
   *
   * @throws IllegalArgumentException where there is no such letter
   */
  Outcome one(String topic, long offset) throws InterruptedException {
    Letter letter =
        letters
            .at(topic, offset)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no dead letter " + topic + ":" + offset));
    return send(List.of(letter));
  }

  /** Sends all letters again that were not yet. */
  Outcome all() throws InterruptedException {
    Map<Place, Instant> replayed = replayed();
    return send(
        letters.newest(Integer.MAX_VALUE).newest().reversed().stream()
            .filter(letter -> !replayed.containsKey(Place.of(letter)))
            .toList());
  }

  private Outcome send(List<Letter> chosen) throws InterruptedException {
    int sent = 0;
    List<Skipped> skipped = new ArrayList<>();
    for (Letter letter : chosen) {
      Optional<String> obstacle = obstacle(letter);
      if (obstacle.isPresent()) {
        skipped.add(new Skipped(Place.of(letter), obstacle.get()));
        continue;
      }
      letters.sendAgain(letter);
      remember(Place.of(letter));
      sent++;
    }
    return new Outcome(sent, skipped);
  }

  private Optional<String> obstacle(Letter letter) {
    if (letter.fromTopic().isEmpty()) {
      return Optional.of("it does not say which topic it came from");
    }
    return letters
        .newerThan(letter)
        .map(offset -> "a newer record of this key followed at offset " + offset);
  }

  private void remember(Place place) {
    pool.preparedQuery(
            """
            insert into dead_letter_replay (topic, part, "offset") values ($1, $2, $3)
            on conflict (topic, part, "offset") do update set replayed_at = now()
            """)
        .execute(Tuple.of(place.topic(), place.partition(), place.offset()))
        .await()
        .atMost(PATIENCE);
  }
}
