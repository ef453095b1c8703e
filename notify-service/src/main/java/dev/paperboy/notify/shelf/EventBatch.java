package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A poll's records of all topics, read: the latest state of each key, null where it is deleted, and
 * what could not be read.
 */
record EventBatch(
    Map<String, ClassifiedPaper> papers,
    Map<String, PaperTrend> trends,
    Map<String, TaxonomyTopic> topics,
    Map<String, SourceStatus> sources,
    List<ProducerRecord<byte[], byte[]>> deadLetters) {
  static final String CLASSIFIED = "papers.classified.v1";
  static final String TREND = "papers.trend.v1";
  static final String TOPICS = "topics.v1";
  static final String SOURCES = "sources.v1";
  static final String CONSUMER = "notify";

  static EventBatch read(Iterable<ConsumerRecord<String, byte[]>> records, ObjectMapper json) {
    EventBatch batch =
        new EventBatch(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new ArrayList<>());
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        batch.add(record, json);
      } catch (JsonProcessingException e) {
        batch.deadLetters.add(DeadLetter.of(record, CONSUMER, cause(e)));
      } catch (IOException | IllegalArgumentException e) {
        batch.deadLetters.add(DeadLetter.of(record, CONSUMER, e));
      }
    }
    return batch;
  }

  private void add(ConsumerRecord<String, byte[]> record, ObjectMapper json) throws IOException {
    Required.that(record.key() != null, "the record's key");
    switch (record.topic()) {
      case CLASSIFIED -> {
        PaperId.parse(record.key());
        put(papers, record, json, ClassifiedPaper.class, ClassifiedPaper::seq);
      }
      case TREND -> {
        PaperId.parse(record.key());
        put(trends, record, json, PaperTrend.class, PaperTrend::seq);
      }
      case TOPICS -> put(topics, record, json, TaxonomyTopic.class, TaxonomyTopic::seq);
      case SOURCES -> put(sources, record, json, SourceStatus.class, SourceStatus::seq);
      default -> throw new IllegalArgumentException("unknown topic " + record.topic());
    }
  }

  private static <T> void put(
      Map<String, T> latest,
      ConsumerRecord<String, byte[]> record,
      ObjectMapper json,
      Class<T> type,
      ToLongFunction<T> seq)
      throws IOException {
    if (record.value() == null) {
      latest.put(record.key(), null);
      return;
    }
    T event = json.readValue(record.value(), type);
    Required.that(event != null, "the body");
    T before = latest.get(record.key());
    if (before == null || seq.applyAsLong(event) > seq.applyAsLong(before)) {
      latest.put(record.key(), event);
    }
  }

  /** Jackson wraps what a record's own checks say, and adds pieces of the source otherwise. */
  private static Throwable cause(JsonProcessingException e) {
    return e.getCause() instanceof IllegalArgumentException own
        ? own
        : new IllegalArgumentException("not the JSON of this event: " + e.getOriginalMessage());
  }
}
