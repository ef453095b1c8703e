package dev.paperboy.ingest.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.EventId;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts ingest's events on Kafka as CloudEvents in binary mode. */
@ApplicationScoped
public class EventPublisher {
  // More than a harvest page, so that a whole page can be in flight at once.
  private static final int IN_FLIGHT = 4096;

  private final MutinyEmitter<byte[]> papers;
  private final MutinyEmitter<byte[]> sources;
  private final ObjectMapper json;

  EventPublisher(
      @Channel("papers-announced")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
          MutinyEmitter<byte[]> papers,
      @Channel("sources") MutinyEmitter<byte[]> sources,
      ObjectMapper json) {
    this.papers = papers;
    this.sources = sources;
    this.json = json;
  }

  /** Publishes all and completes once the broker has acknowledged every one. */
  public Uni<Void> publishAll(List<Announcement> announcements) {
    if (announcements.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Uni<Void>> sends =
        announcements.stream()
            .map(
                a ->
                    papers.sendMessage(
                        message(a.change().paper().id().toString(), a.change().seq(), a.body())))
            .toList();
    return Uni.join().all(sends).andFailFast().replaceWithVoid();
  }

  /** Publishes what is known of a source. */
  public Uni<Void> publish(SourceStatus status) {
    try {
      return sources.sendMessage(
          message(status.source(), status.seq(), json.writeValueAsBytes(status)));
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
  }

  private static Message<byte[]> message(String key, long seq, byte[] body) {
    return Message.of(
        body,
        Metadata.of(
            OutgoingKafkaRecordMetadata.<String>builder().withKey(key).build(),
            OutgoingCloudEventMetadata.<byte[]>builder()
                .withId(EventId.of(key, seq))
                .withTimestamp(ZonedDateTime.now(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .build()));
  }
}
