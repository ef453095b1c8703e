package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.DeadLetter;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Brings the shelf up to what the other services tell, a poll at a time. */
@ApplicationScoped
public class EventConsumer {
  private static final Logger LOG = Logger.getLogger(EventConsumer.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final ObjectMapper json;
  private final ShelfStore store;
  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters;

  EventConsumer(
      ObjectMapper json,
      ShelfStore store,
      @Channel("dead-letters") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 1024)
          MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters) {
    this.json = json;
    this.store = store;
    this.deadLetters = deadLetters;
  }

  @Incoming("events")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return apply(records)
        .onFailure(EventConsumer::isDataRefused)
        .recoverWithUni(
            () -> {
              // Something in here the database will not hold: one by one, to find what.
              Uni<Void> each = Uni.createFrom().voidItem();
              for (ConsumerRecord<String, byte[]> record : records) {
                each = each.chain(() -> applyOne(record));
              }
              return each;
            });
  }

  private Uni<Void> apply(Iterable<ConsumerRecord<String, byte[]>> records) {
    EventBatch batch = EventBatch.read(records, json);
    return untilDone(() -> putAside(batch.deadLetters()))
        .chain(() -> untilDone(() -> store.apply(batch)));
  }

  private Uni<Void> applyOne(ConsumerRecord<String, byte[]> record) {
    return apply(List.of(record))
        .onFailure(EventConsumer::isDataRefused)
        .recoverWithUni(
            cause ->
                untilDone(
                    () -> putAside(List.of(DeadLetter.of(record, EventBatch.CONSUMER, cause)))));
  }

  private Uni<Void> putAside(List<ProducerRecord<byte[], byte[]>> letters) {
    if (letters.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    letters.forEach(letter -> LOG.warnf("record put aside topic=%s", letter.topic()));
    return Uni.join()
        .all(letters.stream().map(deadLetters::send).toList())
        .andFailFast()
        .replaceWithVoid();
  }

  /** Tries again for as long as it takes, unless trying again can't help. */
  private static Uni<Void> untilDone(Supplier<Uni<? extends Void>> step) {
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
