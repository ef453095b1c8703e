package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.RetryInPlace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The trend flow: what places say of papers is stored, and the trends of those that are known move.
 *
 * <p>As in the paper flow, what is published is the stored row, for every paper of the batch: one
 * that is delivered again after a crash is published again, with the same version.
 */
@ApplicationScoped
class AttentionConsumer {
  private static final Logger LOG = Logger.getLogger(AttentionConsumer.class);

  private final ObjectMapper json;
  private final AttentionStore attention;
  private final PaperStore papers;
  private final ClassifiedPublisher publisher;

  AttentionConsumer(
      ObjectMapper json,
      AttentionStore attention,
      PaperStore papers,
      ClassifiedPublisher publisher) {
    this.json = json;
    this.attention = attention;
    this.papers = papers;
    this.publisher = publisher;
  }

  @Incoming("attention")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    AttentionBatch batch = AttentionBatch.read(records, json);
    batch.deadLetters().forEach(letter -> LOG.warnf("record put aside topic=%s", letter.topic()));
    List<PaperId> ids =
        batch.latest().stream().map(ObservedAttention::id).distinct().sorted().toList();
    return RetryInPlace.untilDone(() -> publisher.putAside(batch.deadLetters()))
        .chain(() -> RetryInPlace.untilDone(() -> attention.upsert(batch.latest())))
        .chain(() -> RetryInPlace.untilDone(() -> attention.join(ids)))
        .chain(
            () ->
                RetryInPlace.untilDone(
                    () -> papers.published(ids).flatMap(publisher::publishTrends)));
  }
}
