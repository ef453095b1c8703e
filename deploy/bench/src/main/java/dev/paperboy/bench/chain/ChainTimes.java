package dev.paperboy.bench.chain;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * When each paper passed each stage, milliseconds of the epoch by paper id.
 *
 * @param opened when ingest opened the file
 * @param read when ingest said that the source is read to its end: published, acknowledged,
 *     remembered
 */
record ChainTimes(
    long opened,
    long read,
    Map<String, Long> announced,
    Map<String, Long> classified,
    Map<String, Long> shelved) {

  /**
   * The times of the papers that were announced.
   *
   * @throws IOException where one of them is missing further down
   */
  static ChainTimes of(
      long opened,
      List<ConsumerRecord<String, byte[]>> announced,
      List<ConsumerRecord<String, byte[]>> sources,
      List<ConsumerRecord<String, byte[]>> classified,
      Map<String, Long> shelved)
      throws IOException {
    Map<String, Long> first = firstTimes(announced);
    Map<String, Long> second = firstTimes(classified);
    if (first.isEmpty() || sources.isEmpty()) {
      throw new IOException("ingest announced nothing");
    }
    for (String id : first.keySet()) {
      if (!second.containsKey(id) || !shelved.containsKey(id)) {
        throw new IOException("paper " + id + " did not come through");
      }
    }
    second.keySet().retainAll(first.keySet());
    Map<String, Long> third = new HashMap<>(shelved);
    third.keySet().retainAll(first.keySet());
    return new ChainTimes(opened, sources.getFirst().timestamp(), first, second, third);
  }

  private static Map<String, Long> firstTimes(List<ConsumerRecord<String, byte[]>> records) {
    Map<String, Long> times = new HashMap<>();
    records.forEach(record -> times.merge(record.key(), record.timestamp(), Math::min));
    return times;
  }

  /** Papers per second from the file to remembered. */
  double ingest() {
    return rate(opened, read);
  }

  /** Papers per second from the first that could be classified to the last that was. */
  double classify() {
    return rate(first(announced.values()), last(classified.values()));
  }

  /** Papers per second from the first that could be shelved to the last that was. */
  double shelf() {
    return rate(first(classified.values()), last(shelved.values()));
  }

  Spread shelfLag() {
    return between(classified);
  }

  Spread latency() {
    return between(announced);
  }

  private Spread between(Map<String, Long> from) {
    return new Spread(
        from.entrySet().stream()
            .map(paper -> shelved.get(paper.getKey()) - paper.getValue())
            .toList());
  }

  private double rate(long begin, long end) {
    return announced.size() * 1000.0 / Math.max(1, end - begin);
  }

  private static long first(Collection<Long> times) {
    return times.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private static long last(Collection<Long> times) {
    return times.stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
