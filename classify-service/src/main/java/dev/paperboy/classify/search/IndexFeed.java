package dev.paperboy.classify.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.pipeline.ClassifyTopics;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Brings the index up to what Kafka says: applies records, and knows where each partition stands.
 *
 * <p>Not thread-safe; driven by {@link IndexFeeder}.
 */
final class IndexFeed {
  private static final Logger LOG = Logger.getLogger(IndexFeed.class);
  private static final String LOG_ID = "log";

  /** An index of another layout can't be read, so that searches can't see it meanwhile. */
  private static final String LAYOUT = "layout " + PaperIndex.LAYOUT + ", ";

  private final PaperIndex index;
  private final ObjectMapper json;
  private final String log;
  private final Map<String, String> notes = new HashMap<>();

  /** What was put since the index was refreshed, where it can't be read yet. */
  private final Map<String, IndexEntry> unseen = new HashMap<>();

  private boolean uncommitted;

  /**
   * @param log what tells this log from any other: ids of the topics, which a wiped broker gives
   *     anew; an index fed from another log starts anew, since offsets mean nothing there
   */
  IndexFeed(PaperIndex index, ObjectMapper json, String log) throws IOException {
    this.index = index;
    this.json = json;
    this.log = LAYOUT + log;
    notes.putAll(index.notes());
    String before = notes.get(LOG_ID);
    if (index.isMadeAnew()) {
      // An earlier feed broke off: what it put stands for nothing.
      beginAnew();
    } else if (!this.log.equals(before)) {
      if (before != null) {
        LOG.warnf("index starts anew: it was fed from log=%s, this is log=%s", before, this.log);
      }
      if (before != null && before.startsWith(LAYOUT)) {
        beginAnew();
      } else {
        forget();
        index.clear();
      }
    }
  }

  /** Reads all from the beginning, while searches see what there was. */
  void beginAnew() throws IOException {
    forget();
    index.beginAnew();
  }

  private void forget() {
    notes.clear();
    unseen.clear();
    notes.put(LOG_ID, log);
    uncommitted = true;
  }

  /** Everything that was there when the feed began has been applied. */
  void caughtUp() throws IOException {
    show();
    if (index.isMadeAnew()) {
      index.switchOver(notes);
      uncommitted = false;
      LOG.info("index is made anew: all of it is there, searches see it");
    }
  }

  /** The offset to read a partition from. */
  long position(TopicPartition partition) {
    return Long.parseLong(notes.getOrDefault(partition.toString(), "0"));
  }

  /** Applies records of one poll; {@link #show} makes them visible. */
  void apply(Iterable<ConsumerRecord<String, byte[]>> records) throws IOException {
    Map<String, IndexEntry> known = new HashMap<>();
    Map<String, IndexEntry> changed = new HashMap<>();
    long written = Long.parseLong(notes.getOrDefault(PaperIndex.CHANGED, "0"));
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.key() != null) {
        IndexEntry before = changed.get(record.key());
        if (before == null) {
          before = unseen.get(record.key());
          before = before == null ? index.get(record.key()) : before;
          known.put(record.key(), before);
        }
        changed.put(record.key(), with(before, record));
      }
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      notes.put(partition.toString(), Long.toString(record.offset() + 1));
      written = Math.max(written, record.timestamp());
      uncommitted = true;
    }
    for (Map.Entry<String, IndexEntry> entry : changed.entrySet()) {
      put(entry.getKey(), known.get(entry.getKey()), entry.getValue());
    }
    if (!changed.isEmpty()) {
      notes.put(PaperIndex.CHANGED, Long.toString(written));
      unseen.putAll(changed);
    }
  }

  /** How many papers were changed since {@link #show}. */
  int unseen() {
    return unseen.size();
  }

  /**
   * Makes what was applied visible. Each time the trends of every segment that has a changed one
   * are written again, which is why it is not done for every record.
   */
  void show() throws IOException {
    if (!unseen.isEmpty()) {
      index.refresh(Long.parseLong(notes.get(PaperIndex.CHANGED)));
      unseen.clear();
    }
  }

  private void put(String id, IndexEntry before, IndexEntry after) throws IOException {
    boolean samePaper = after.paper() != null && after.paper() == before.paper();
    if (samePaper && after.trend() != null) {
      if (after.trend() != before.trend()) {
        index.putTrend(id, after.trend());
      }
    } else {
      index.put(id, after);
    }
  }

  private IndexEntry with(IndexEntry before, ConsumerRecord<String, byte[]> record) {
    try {
      return record.topic().equals(ClassifyTopics.CLASSIFIED)
          ? before.with(read(record.value(), IndexedPaper.class))
          : before.with(read(record.value(), IndexedTrend.class));
    } catch (IOException | RuntimeException e) {
      // Our own topics: a bug of ours, and no reason to stop search.
      LOG.errorf(e, "not indexed topic=%s key=%s", record.topic(), record.key());
      return before;
    }
  }

  private <T> T read(byte[] value, Class<T> type) throws IOException {
    return value == null ? null : json.readValue(value, type);
  }

  /** Makes what was applied durable. */
  void commit() throws IOException {
    if (uncommitted) {
      index.commit(notes);
      uncommitted = false;
    }
  }
}
