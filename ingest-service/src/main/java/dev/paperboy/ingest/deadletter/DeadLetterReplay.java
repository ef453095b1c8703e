package dev.paperboy.ingest.deadletter;

import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.TopicSpec;
import dev.paperboy.ingest.deadletter.Letter.Place;
import io.smallrye.common.annotation.Identifier;
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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends dead letters to their topics again, each once unless asked for by its offset. */
@Singleton
class DeadLetterReplay {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DeadLetters letters;
  private final Pool pool;
  private final Map<String, Object> kafka;

  DeadLetterReplay(
      DeadLetters letters,
      Pool pool,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.letters = letters;
    this.pool = pool;
    this.kafka = kafka;
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
  Outcome one(String topic, long offset) {
    Outcome outcome = send(place -> place.topic().equals(topic) && place.offset() == offset);
    if (outcome.replayed() == 0 && outcome.skipped().isEmpty()) {
      throw new IllegalArgumentException("there is no dead letter " + topic + ":" + offset);
    }
    return outcome;
  }

  /** Sends all letters again that were not yet. */
  Outcome all() {
    Set<Place> before = replayed().keySet();
    return send(place -> !before.contains(place));
  }

  private Outcome send(Predicate<Place> chosen) {
    List<Letter> known = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    letters.each(
        record -> {
          Letter letter = Letter.of(record);
          if (!chosen.test(letter.place())) {
            return;
          }
          if (letter.origin() == null) {
            skipped.add(new Skipped(letter.place(), "it does not say which topic it came from"));
          } else {
            known.add(letter);
          }
        });
    Map<Letter, Long> followed = letters.followed(known);
    followed.forEach(
        (letter, offset) ->
            skipped.add(
                new Skipped(
                    letter.place(), "a newer record of this key followed at offset " + offset)));
    Set<Place> sendable =
        known.stream()
            .filter(letter -> !followed.containsKey(letter))
            .map(Letter::place)
            .collect(Collectors.toSet());
    if (!sendable.isEmpty()) {
      sendAgain(sendable);
    }
    return new Outcome(sendable.size(), skipped);
  }

  private void sendAgain(Set<Place> sendable) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSpec.DEAD_LETTER_BYTES);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      letters.each(
          record -> {
            Letter letter = Letter.of(record);
            if (sendable.contains(letter.place())) {
              send(producer, original(record, letter.origin().partition().topic()));
              remember(letter.place());
            }
          });
    }
  }

  /** Letters are few and an operator waits: each is awaited before it is said to be sent. */
  private static void send(
      KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> original) {
    try {
      producer.send(original).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused it: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static ProducerRecord<byte[], byte[]> original(
      ConsumerRecord<byte[], byte[]> record, String topic) {
    ProducerRecord<byte[], byte[]> original =
        new ProducerRecord<>(topic, record.key(), record.value());
    for (Header header : record.headers()) {
      if (!DeadLetter.isOwn(header.key())) {
        original.headers().add(header);
      }
    }
    return original;
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
