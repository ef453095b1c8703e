package dev.paperboy.ingest.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.CloudEventRecord;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts ingest's events on Kafka. */
@ApplicationScoped
public class EventPublisher {
  static final String PAPERS = "papers.announced.v1";
  static final String SOURCES = "sources.v1";
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

  /** Publishes all and completes once the broker has acknowledged every one. */
  public Uni<Void> publishAll(List<Announcement> announcements) {
    if (announcements.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.join()
        .all(announcements.stream().map(EventPublisher::record).map(events::send).toList())
        .andFailFast()
        .replaceWithVoid();
  }

  private static ProducerRecord<String, byte[]> record(Announcement announcement) {
    String key = announcement.change().paper().id().toString();
    return CloudEventRecord.of(
        PAPERS, key, announcement.change().seq(), SERVICE, announcement.body());
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
}
