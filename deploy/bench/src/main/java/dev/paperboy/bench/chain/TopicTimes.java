package dev.paperboy.bench.chain;

import dev.paperboy.backing.TopicRecords;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of a topic that were sent from some time on. */
final class TopicTimes {
  private TopicTimes() {}

  /**
   * All records up to the topic's present end, in the order of their time.
   *
   * @param from milliseconds of the epoch; earlier records are left out
   */
  static List<ConsumerRecord<String, byte[]>> since(long from, String topic, String kafka) {
    return TopicRecords.at(kafka, topic).stream()
        .filter(record -> record.timestamp() >= from)
        .toList();
  }
}
