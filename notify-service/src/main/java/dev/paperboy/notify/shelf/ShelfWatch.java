package dev.paperboy.notify.shelf;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Looks every few seconds whether what is being read is still what the database and the broker
 * know: emptied tables and topics made anew are read again from the beginning.
 */
@Singleton
class ShelfWatch {
  private static final Logger LOG = Logger.getLogger(ShelfWatch.class);

  private final Readings readings;
  private final Positions positions;
  private final BrokerTopics broker;
  private volatile Look last = new Look(Set.of(), "the broker has not been asked yet");

  ShelfWatch(Readings readings, Positions positions, BrokerTopics broker) {
    this.readings = readings;
    this.positions = positions;
    this.broker = broker;
  }

  /**
   * What was seen.
   *
   * @param missing topics that do not exist
   * @param trouble why that is not known; null where it is
   */
  record Look(Set<String> missing, String trouble) {}

  Look last() {
    return last;
  }

  @Scheduled(
      every = "${paperboy.shelf.watch-every:3s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      Map<String, Incarnation> incarnations = broker.incarnations(NotifyTopics.READ.keySet());
      Set<String> missing = new TreeSet<>(NotifyTopics.READ.keySet());
      missing.removeAll(incarnations.keySet());
      last = new Look(missing, null);
      staleReading(incarnations).ifPresent(readings::again);
    } catch (KafkaException e) {
      last = new Look(Set.of(), "the broker does not answer: " + e.getMessage());
    } catch (SQLException e) {
      LOG.warnf("how far the topics were read is not known: %s", e.toString());
    }
  }

  private Optional<String> staleReading(Map<String, Incarnation> incarnations) throws SQLException {
    if (readings.anyUnsettled()) {
      return Optional.of("where to read on was not known");
    }
    // First what is being read, then what is stored: the other way round, a new reading looks
    // stale.
    Map<TopicPartition, Readings.Reading> current = readings.current();
    Map<TopicPartition, StoredPosition> stored = positions.all();
    for (Map.Entry<TopicPartition, Readings.Reading> entry : current.entrySet()) {
      TopicPartition partition = entry.getKey();
      Readings.Reading reading = entry.getValue();
      StoredPosition position = stored.get(partition);
      if (position == null) {
        return Optional.of("the database no longer has what was read of " + partition);
      }
      if (!position.reading().equals(reading.id()) && reading.equals(readings.of(partition))) {
        return Optional.of("the database knows another reading of " + partition);
      }
      Incarnation incarnation = incarnations.get(partition.topic());
      if (incarnation != null && !incarnation.equals(reading.incarnation())) {
        return Optional.of("the topic " + partition.topic() + " was made anew");
      }
    }
    return Optional.empty();
  }
}
