package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Takes in a poll's records: bad ones are put aside and awaited, the others stored in one
 * statement; only then is the batch acknowledged. What fails for a moment is tried again in place.
 */
@ApplicationScoped
class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int IN_FLIGHT = 1024;

  private final ObjectMapper json;
  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters;

  Intake(
      ObjectMapper json,
      @Channel("dead-letters")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
          MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters) {
    this.json = json;
    this.deadLetters = deadLetters;
  }

  /**
   * Completes when every record of the poll is stored, deleted or put aside.
   *
   * @param store writes events that are newer than what it has, leaves the others
   * @param delete removes keys
   */
  <E extends Event> Uni<Void> take(
      ConsumerRecords<String, byte[]> records,
      Class<E> type,
      Function<List<E>, Uni<Void>> store,
      Function<List<String>, Uni<Void>> delete) {
    EventBatch<E> batch = EventBatch.read(records, type, json);
    return putAside(batch.deadLetters())
        .chain(() -> untilDone(() -> unlessEmpty(batch.deleted(), delete)))
        .chain(() -> storeAll(batch, store));
  }

  /** Stores the batch; where the database refuses what it holds, one by one without the culprit. */
  private <E extends Event> Uni<Void> storeAll(
      EventBatch<E> batch, Function<List<E>, Uni<Void>> store) {
    return untilDone(() -> unlessEmpty(batch.events(), store))
        .onFailure(Intake::isDataRefused)
        .recoverWithUni(
            () -> {
              Uni<Void> each = Uni.createFrom().voidItem();
              for (E event : batch.events()) {
                each = each.chain(() -> storeOne(batch, event, store));
              }
              return each;
            });
  }

  private <E extends Event> Uni<Void> storeOne(
      EventBatch<E> batch, E event, Function<List<E>, Uni<Void>> store) {
    return untilDone(() -> store.apply(List.of(event)))
        .onFailure(Intake::isDataRefused)
        .recoverWithUni(cause -> putAside(List.of(batch.refuse(event, cause))));
  }

  private Uni<Void> putAside(List<ProducerRecord<byte[], byte[]>> letters) {
    if (letters.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    letters.forEach(letter -> LOG.warnf("record put aside topic=%s", letter.topic()));
    return untilDone(
        () ->
            Uni.join()
                .all(letters.stream().map(deadLetters::send).toList())
                .andFailFast()
                .replaceWithVoid());
  }

  private static <T> Uni<Void> unlessEmpty(List<T> items, Function<List<T>, Uni<Void>> step) {
    return items.isEmpty() ? Uni.createFrom().voidItem() : step.apply(items);
  }

  /** Tries again for as long as it takes, unless trying again can't help. */
  private static <T> Uni<T> untilDone(Supplier<Uni<? extends T>> step) {
    return Uni.createFrom()
        .deferred(step)
        .onFailure(failure -> !isDataRefused(failure))
        .invoke(failure -> LOG.warnf("trying again: %s", failure.toString()))
        .onFailure(failure -> !isDataRefused(failure))
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .withJitter(0.3)
        .indefinitely();
  }

  /**
   * SQLSTATE classes 22 (data exception) and 23 (constraint): the record's fault, not the moment's.
   */
  private static boolean isDataRefused(Throwable failure) {
    return failure instanceof PgException e
        && e.getSqlState() != null
        && (e.getSqlState().startsWith("22") || e.getSqlState().startsWith("23"));
  }
}
