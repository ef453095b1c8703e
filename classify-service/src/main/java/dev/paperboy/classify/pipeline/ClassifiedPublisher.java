package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.events.CloudEventRecord;
import dev.paperboy.events.PaperId;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts classify's events and dead letters on Kafka, and waits for the broker's acknowledgement. */
@ApplicationScoped
public class ClassifiedPublisher {
  private static final String SERVICE = "classify-service";
  // Two events for each paper of a batch, and room to spare.
  private static final int IN_FLIGHT = 1024;

  private final MutinyEmitter<ProducerRecord<String, byte[]>> events;
  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters;
  private final ObjectMapper json;

  ClassifiedPublisher(
      @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
          MutinyEmitter<ProducerRecord<String, byte[]>> events,
      @Channel("dead-letters")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
          MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters,
      ObjectMapper json) {
    this.events = events;
    this.deadLetters = deadLetters;
    this.json = json;
  }

  Uni<Void> publish(List<PublishedPaper> papers) {
    return sendAll(
        papers.stream().flatMap(paper -> Stream.of(classified(paper), trend(paper))).toList());
  }

  Uni<Void> publishClassified(List<PublishedPaper> papers) {
    return sendAll(papers.stream().map(this::classified).toList());
  }

  Uni<Void> publishTrends(List<PublishedPaper> papers) {
    return sendAll(papers.stream().map(this::trend).toList());
  }

  Uni<Void> publishDeletions(Collection<PaperId> ids) {
    return sendAll(
        ids.stream()
            .map(PaperId::toString)
            .flatMap(
                key ->
                    Stream.of(
                        CloudEventRecord.deletion(ClassifyTopics.CLASSIFIED, key),
                        CloudEventRecord.deletion(ClassifyTopics.TREND, key)))
            .toList());
  }

  /** Publishes events of the taxonomy. */
  public Uni<Void> publishTopic(String id, long seq, byte[] body) {
    return events.send(CloudEventRecord.of(ClassifyTopics.TOPICS, id, seq, SERVICE, body));
  }

  /** Takes a topic out of the taxonomy. */
  public Uni<Void> publishTopicDeletion(String id) {
    return events.send(CloudEventRecord.deletion(ClassifyTopics.TOPICS, id));
  }

  Uni<Void> putAside(List<ProducerRecord<byte[], byte[]>> letters) {
    return letters.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join()
            .all(letters.stream().map(deadLetters::send).toList())
            .andFailFast()
            .replaceWithVoid();
  }

  private Uni<Void> sendAll(List<ProducerRecord<String, byte[]>> records) {
    return records.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join()
            .all(records.stream().map(events::send).toList())
            .andFailFast()
            .replaceWithVoid();
  }

  private ProducerRecord<String, byte[]> classified(PublishedPaper paper) {
    try {
      ObjectNode body = (ObjectNode) json.readTree(paper.body());
      body.put("seq", paper.seq());
      body.putObject("vector")
          .put("encoder", paper.encoder())
          .put("int8", Base64.getEncoder().encodeToString(paper.vector()));
      return CloudEventRecord.of(
          ClassifyTopics.CLASSIFIED,
          paper.id(),
          paper.seq(),
          SERVICE,
          json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProducerRecord<String, byte[]> trend(PublishedPaper paper) {
    try {
      ObjectNode body =
          json.createObjectNode()
              .put("id", paper.id())
              .put("seq", paper.trendSeq())
              .put("field", paper.field())
              .put("announced", paper.announced().toString())
              .put("asOf", paper.asOf().toString());
      body.set("parts", json.readTree(paper.parts()));
      return CloudEventRecord.of(
          ClassifyTopics.TREND,
          paper.id(),
          paper.trendSeq(),
          SERVICE,
          json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
