package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.events.PaperId;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A poll's observations, read: the latest of each paper, place and day (UTC), and what could not be
 * read.
 *
 * @param deadLetters records to put aside
 */
record AttentionBatch(
    Collection<ObservedAttention> latest, List<ProducerRecord<byte[], byte[]>> deadLetters) {
  private static final String CONSUMER = "classify";

  private record Place(PaperId paper, String source, LocalDate day) {}

  static AttentionBatch read(Iterable<ConsumerRecord<String, byte[]>> records, ObjectMapper json) {
    Map<Place, ObservedAttention> latest = new LinkedHashMap<>();
    List<ProducerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        ObservedAttention observed = read(record, json);
        latest.merge(
            new Place(
                observed.id(),
                observed.source(),
                LocalDate.ofInstant(observed.observedAt(), ZoneOffset.UTC)),
            observed,
            (one, next) -> next.observedAt().isAfter(one.observedAt()) ? next : one);
      } catch (JsonProcessingException e) {
        deadLetters.add(DeadLetter.of(record, CONSUMER, AnnouncedBatch.cause(e, "an observation")));
      } catch (IOException | IllegalArgumentException e) {
        deadLetters.add(DeadLetter.of(record, CONSUMER, e));
      }
    }
    return new AttentionBatch(latest.values(), deadLetters);
  }

  private static ObservedAttention read(ConsumerRecord<String, byte[]> record, ObjectMapper json)
      throws IOException {
    if (record.value() == null) {
      throw new IllegalArgumentException("the record has no body");
    }
    ObservedAttention observed = json.readValue(record.value(), ObservedAttention.class);
    if (observed == null) {
      throw new IllegalArgumentException("the body is a JSON null");
    }
    if (!observed.id().toString().equals(record.key())) {
      throw new IllegalArgumentException(
          "the key is " + record.key() + ", the paper " + observed.id());
    }
    return observed;
  }
}
