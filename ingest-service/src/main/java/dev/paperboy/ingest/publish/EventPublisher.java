package dev.paperboy.ingest.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.CloudEventRecord;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.attention.Observation;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts ingest's events on Kafka. */
@ApplicationScoped
public class EventPublisher {
  static final String PAPERS = "papers.announced.v1";
  static final String SOURCES = "sources.v1";
  static final String ATTENTION = "attention.v1";
  private static final String SERVICE = "ingest-service";
  // More than a harvest page, so that a whole page can be in flight at once.
  private static final int IN_FLIGHT = 4096;

  private final MutinyEmitter<ProducerRecord<String, byte[]>> events;
  private final ObjectMapper json;

  EventPublisher(
      @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
          MutinyEmitter<ProducerRecord<String, byte[]>> events,
      ObjectMapper json) {
    this.events = events;
    this.json = json;
  }

  /**
   * Publishes a page and completes once the broker has acknowledged all of it.
   *
   * @param gone papers to delete
   */
  public Uni<Void> publishPage(List<Announcement> announcements, Collection<PaperId> gone) {
    return sendAll(
        Stream.concat(
            announcements.stream()
                .map(
                    announcement ->
                        paper(
                            announcement.change().paper().id(),
                            announcement.change().seq(),
                            announcement.body())),
            gone.stream().map(id -> CloudEventRecord.deletion(PAPERS, id.toString()))));
  }

  /** Publishes papers again, as they were. */
  public Uni<Void> publishAgain(List<StoredPaper> papers) {
    return sendAll(papers.stream().map(paper -> paper(paper.id(), paper.seq(), paper.body())));
  }

  private static ProducerRecord<String, byte[]> paper(PaperId id, long seq, byte[] body) {
    return CloudEventRecord.of(PAPERS, id.toString(), seq, SERVICE, body);
  }

  private Uni<Void> sendAll(Stream<ProducerRecord<String, byte[]>> records) {
    List<Uni<Void>> sent = records.map(events::send).toList();
    return sent.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(sent).andFailFast().replaceWithVoid();
  }

  /** Publishes what is known of a source. */
  public Uni<Void> publish(SourceStatus status) {
    try {
      return events.send(
          CloudEventRecord.of(
              SOURCES, status.source(), status.seq(), SERVICE, json.writeValueAsBytes(status)));
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
  }

  /** Publishes observations; completes once the broker has acknowledged all of them. */
  public Uni<Void> publish(List<Observation> observations) {
    return sendAll(observations.stream().map(this::observation));
  }

  /** Observations have no row: the time of one is its version. */
  private ProducerRecord<String, byte[]> observation(Observation observation) {
    try {
      return CloudEventRecord.of(
          ATTENTION,
          observation.id().toString(),
          observation.observedAt().toEpochMilli(),
          SERVICE + "/" + observation.source(),
          json.writeValueAsBytes(observation));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes back all that was said of a source. */
  public Uni<Void> forgetSource(String feed) {
    return events.send(CloudEventRecord.deletion(SOURCES, feed));
  }
}
