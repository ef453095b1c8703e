package dev.paperboy.notify.shelf;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * What this process reads, and from where: with every assignment each partition is sought to where
 * the database says, or to its beginning. The identifier is the consumer group of all four
 * channels.
 */
@Singleton
@Default
@Identifier(NotifyTopics.CONSUMER)
class Readings implements KafkaConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(Readings.class);

  private final Positions positions;
  private final BrokerTopics broker;
  private final KafkaClientService clients;
  private final Map<TopicPartition, Reading> current = new ConcurrentHashMap<>();

  /** Assigned, and it could not be found out where to begin. */
  private final Set<TopicPartition> unsettled = ConcurrentHashMap.newKeySet();

  Readings(Positions positions, BrokerTopics broker, KafkaClientService clients) {
    this.positions = positions;
    this.broker = broker;
    this.clients = clients;
  }

  /** A partition that is being read. */
  record Reading(UUID id, int generation, Incarnation incarnation) {}

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    try {
      begin(consumer, Set.copyOf(partitions));
    } catch (WakeupException | InterruptException e) {
      // The consumer is being closed.
      throw e;
    } catch (SQLException | KafkaException e) {
      // What comes meanwhile is stored and moves nothing; the watch asks for a new assignment.
      unsettled.addAll(partitions);
      LOG.warnf("where to read on is not known yet: %s", e.toString());
    }
  }

  private void begin(Consumer<?, ?> consumer, Set<TopicPartition> partitions) throws SQLException {
    Map<TopicPartition, StoredPosition> stored = positions.all();
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<String, Incarnation> incarnations =
        broker.incarnations(
            partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
    Map<TopicPartition, OffsetAndMetadata> begun = new HashMap<>();
    for (TopicPartition partition : partitions) {
      Incarnation incarnation = incarnations.get(partition.topic());
      if (incarnation == null) {
        throw new KafkaException("the topic " + partition.topic() + " is gone");
      }
      OffsetAndMetadata offset = committed.get(partition);
      ReadingStart start =
          ReadingStart.of(
              stored.get(partition), incarnation, offset == null ? null : offset.offset());
      long next = start.fromBeginning() ? beginnings.get(partition) : start.offset();
      Reading reading =
          new Reading(UUID.randomUUID(), consumer.groupMetadata().generationId(), incarnation);
      positions.begin(partition, incarnation, reading.id(), next, ends.get(partition));
      // An offset behind the end is the consumer's to notice: it begins anew, as configured.
      consumer.seek(partition, next);
      current.put(partition, reading);
      unsettled.remove(partition);
      begun.put(partition, new OffsetAndMetadata(next));
      if (start.fromBeginning() && ends.get(partition) > next) {
        LOG.infof(
            "read from the beginning partition=%s records<=%d why=«%s»",
            partition, ends.get(partition) - next, start.why());
      }
    }
    // Whoever looks at the group from outside sees the same; nothing here reads from it.
    consumer.commitSync(begun);
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    partitions.forEach(current::remove);
    partitions.forEach(unsettled::remove);
  }

  /** What is being read here. */
  Map<TopicPartition, Reading> current() {
    return Map.copyOf(current);
  }

  /** The reading of a partition; null where it is not read here. */
  Reading of(TopicPartition partition) {
    return current.get(partition);
  }

  /** Whether a partition is assigned here without it being known where to begin. */
  boolean anyUnsettled() {
    return !unsettled.isEmpty();
  }

  /**
   * How far the readings are when polled records have been stored.
   *
   * @param generation of the group when they were polled: from before the last assignment they move
   *     nothing
   * @param next the offset behind the last record of each partition
   */
  List<Positions.Step> steps(int generation, Map<TopicPartition, Long> next) {
    List<Positions.Step> steps = new ArrayList<>();
    next.forEach(
        (partition, offset) -> {
          Reading reading = current.get(partition);
          if (reading != null && reading.generation() == generation) {
            steps.add(new Positions.Step(partition, reading.id(), offset));
          }
        });
    return steps;
  }

  /** Has all partitions assigned anew, and so sought anew. Takes some seconds; does not wait. */
  void again(String why) {
    LOG.infof("partitions are assigned anew why=«%s»", why);
    for (String channel : clients.getConsumerChannels()) {
      KafkaConsumer<Object, Object> consumer = clients.getConsumer(channel);
      if (consumer != null) {
        consumer
            .runOnPollingThread(
                (java.util.function.Consumer<Consumer<Object, Object>>)
                    c -> c.enforceRebalance(why))
            .subscribe()
            .with(done -> {}, failure -> LOG.warnf("cannot be assigned anew: %s", failure));
      }
    }
  }
}
