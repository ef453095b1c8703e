package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.TopicSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A poll's records, read: the latest state of each paper, and what could not be read.
 *
 * @param papers by id; null where the paper is deleted
 * @param records the record that each paper was read from
 * @param deadLetters records to put aside
 */
record AnnouncedBatch(
    Map<PaperId, AnnouncedPaper> papers,
    Map<PaperId, ConsumerRecord<String, byte[]>> records,
    List<ProducerRecord<byte[], byte[]>> deadLetters) {
  private static final String CONSUMER = "classify";

  static AnnouncedBatch read(Iterable<ConsumerRecord<String, byte[]>> records, ObjectMapper json) {
    AnnouncedBatch batch =
        new AnnouncedBatch(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
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
    if (record.key() == null) {
      throw new IllegalArgumentException("the record has no key");
    }
    PaperId id = PaperId.parse(record.key());
    if (record.value() == null) {
      papers.put(id, null);
      records.put(id, record);
      return;
    }
    if (record.value().length > TopicSpec.LARGEST_PAPER_BYTES) {
      throw new IllegalArgumentException(
          "%d KB; a paper may have %d KB at most"
              .formatted(record.value().length / 1024, TopicSpec.LARGEST_PAPER_BYTES / 1024));
    }
    AnnouncedPaper paper = json.readValue(record.value(), AnnouncedPaper.class);
    if (paper == null) {
      throw new IllegalArgumentException("the body is a JSON null");
    }
    if (!paper.id().equals(id)) {
      throw new IllegalArgumentException("the key is " + id + ", the paper " + paper.id());
    }
    AnnouncedPaper before = papers.get(id);
    if (before == null || paper.seq() > before.seq()) {
      papers.put(id, paper);
      records.put(id, record);
    }
  }

  /**
   * A paper that the database refuses for what it holds: aside with it, so that the rest goes on.
   */
  ProducerRecord<byte[], byte[]> refuse(PaperId id, Throwable cause) {
    return DeadLetter.of(records.get(id), CONSUMER, cause);
  }

  /** Jackson wraps what a record's own checks say, and adds pieces of the source otherwise. */
  private static Throwable cause(JsonProcessingException e) {
    return e.getCause() instanceof IllegalArgumentException own
        ? own
        : new IllegalArgumentException("not the JSON of a paper: " + e.getOriginalMessage());
  }
}
