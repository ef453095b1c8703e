package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.RetryInPlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Takes in a poll's records: bad ones are put aside and awaited, the others stored in one
 * transaction with how far that was read; only then is the batch acknowledged. What fails for a
 * moment is tried again in place.
 */
@ApplicationScoped
class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int IN_FLIGHT = 1024;

  private final ObjectMapper json;
  private final Pool pool;
  private final Positions positions;
  private final Readings readings;
  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters;

  Intake(
      ObjectMapper json,
      Pool pool,
      Positions positions,
      Readings readings,
      @Channel("dead-letters")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
          MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters) {
    this.json = EventBatch.strict(json);
    this.pool = pool;
    this.positions = positions;
    this.readings = readings;
    this.deadLetters = deadLetters;
  }

  /** Writes or deletes within a transaction. */
  interface Step<T> extends BiFunction<SqlClient, List<T>, Uni<Void>> {}

  /**
   * Completes when every record of the poll is stored, deleted or put aside.
   *
   * @param generation of the consumer group when the records were polled
   * @param store writes events that are newer than what it has, leaves the others
   * @param delete removes keys
   */
  <E extends Event> Uni<Void> take(
      ConsumerRecords<String, byte[]> records,
      int generation,
      Class<E> type,
      Step<E> store,
      Step<String> delete) {
    EventBatch<E> batch = EventBatch.read(records, type, json);
    return putAside(batch.deadLetters())
        .chain(
            () ->
                inTransaction(
                    transaction ->
                        unlessEmpty(transaction, batch.deleted(), delete)
                            .chain(() -> unlessEmpty(transaction, batch.events(), store))
                            .chain(() -> move(transaction, records, generation))))
        .onFailure(RetryInPlace::isDataRefused)
        .recoverWithUni(() -> oneByOne(batch, records, generation, store, delete));
  }

  /** Where the database refuses what the batch holds: each for itself, the culprits put aside. */
  private <E extends Event> Uni<Void> oneByOne(
      EventBatch<E> batch,
      ConsumerRecords<String, byte[]> records,
      int generation,
      Step<E> store,
      Step<String> delete) {
    Uni<Void> each =
        inTransaction(transaction -> unlessEmpty(transaction, batch.deleted(), delete));
    for (E event : batch.events()) {
      each =
          each.chain(() -> inTransaction(transaction -> store.apply(transaction, List.of(event))))
              .onFailure(RetryInPlace::isDataRefused)
              .recoverWithUni(cause -> putAside(List.of(batch.refuse(event, cause))));
    }
    return each.chain(() -> inTransaction(transaction -> move(transaction, records, generation)));
  }

  private Uni<Void> move(
      SqlClient transaction, ConsumerRecords<String, byte[]> records, int generation) {
    return positions.move(transaction, readings.steps(generation, EventBatch.next(records)));
  }

  private Uni<Void> inTransaction(Function<SqlConnection, Uni<Void>> work) {
    return RetryInPlace.untilDone(() -> pool.withTransaction(work));
  }

  private Uni<Void> putAside(List<ProducerRecord<byte[], byte[]>> letters) {
    if (letters.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    letters.forEach(letter -> LOG.warnf("record put aside topic=%s", letter.topic()));
    return RetryInPlace.untilDone(
        () ->
            Uni.join()
                .all(letters.stream().map(deadLetters::send).toList())
                .andFailFast()
                .replaceWithVoid());
  }

  private static <T> Uni<Void> unlessEmpty(SqlClient transaction, List<T> items, Step<T> step) {
    return items.isEmpty() ? Uni.createFrom().voidItem() : step.apply(transaction, items);
  }
}
