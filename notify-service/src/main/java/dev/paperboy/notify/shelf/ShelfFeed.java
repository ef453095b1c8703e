package dev.paperboy.notify.shelf;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Fills the shelf from the events of ingest and classify. */
@ApplicationScoped
class ShelfFeed {
  private final Intake intake;
  private final Shelf shelf;
  private final TopicCatalogue topics;
  private final SourceBook sources;
  private final Changes changes;

  ShelfFeed(
      Intake intake, Shelf shelf, TopicCatalogue topics, SourceBook sources, Changes changes) {
    this.intake = intake;
    this.shelf = shelf;
    this.topics = topics;
    this.sources = sources;
    this.changes = changes;
  }

  @Incoming("papers-classified")
  Uni<Void> papers(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> polled) {
    return intake.take(
        records,
        polled.getConsumerGroupGenerationId(),
        ShelvedPaper.class,
        (transaction, papers) ->
            shelf.put(transaction, papers).chain(() -> changes.write(transaction, papers)),
        shelf::remove);
  }

  @Incoming("papers-trend")
  Uni<Void> trends(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> polled) {
    return intake.take(
        records,
        polled.getConsumerGroupGenerationId(),
        PaperTrend.class,
        shelf::putTrends,
        shelf::removeTrends);
  }

  @Incoming("topics")
  Uni<Void> topics(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> polled) {
    return intake.take(
        records, polled.getConsumerGroupGenerationId(), Topic.class, topics::put, topics::remove);
  }

  @Incoming("sources")
  Uni<Void> sources(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> polled) {
    return intake.take(
        records,
        polled.getConsumerGroupGenerationId(),
        SourceStatus.class,
        sources::put,
        sources::remove);
  }
}
