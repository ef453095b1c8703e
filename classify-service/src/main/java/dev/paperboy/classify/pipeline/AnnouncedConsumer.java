package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.RetryInPlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The paper flow: a poll's records are read, classified, stored and published, then acknowledged
 * together.
 *
 * <p>What is published is always the stored row, so that a batch that is delivered again, after a
 * crash at any line, publishes the same events with the same versions.
 */
@ApplicationScoped
class AnnouncedConsumer {
  private static final Logger LOG = Logger.getLogger(AnnouncedConsumer.class);

  private final ObjectMapper json;
  private final PaperStore store;
  private final AttentionStore attention;
  private final BackgroundStore background;
  private final Classifier classifier;
  private final ClassifiedPublisher publisher;
  private final News news;

  AnnouncedConsumer(
      ObjectMapper json,
      PaperStore store,
      AttentionStore attention,
      BackgroundStore background,
      Classifier classifier,
      ClassifiedPublisher publisher,
      News news) {
    this.json = json;
    this.store = store;
    this.attention = attention;
    this.background = background;
    this.classifier = classifier;
    this.publisher = publisher;
    this.news = news;
  }

  @Incoming("papers-announced")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return news.working(() -> work(records));
  }

  private Uni<Void> work(ConsumerRecords<String, byte[]> records) {
    AnnouncedBatch batch = AnnouncedBatch.read(records, json);
    batch.deadLetters().forEach(letter -> LOG.warnf("record put aside topic=%s", letter.topic()));
    List<PaperId> deleted = new ArrayList<>();
    List<AnnouncedPaper> papers = new ArrayList<>();
    batch
        .papers()
        .forEach(
            (id, paper) -> {
              if (paper == null) {
                deleted.add(id);
              } else {
                papers.add(paper);
              }
            });
    return RetryInPlace.untilDone(() -> publisher.putAside(batch.deadLetters()))
        .chain(() -> RetryInPlace.untilDone(() -> delete(deleted)))
        .chain(() -> classifyAndStore(batch, papers))
        .chain(() -> RetryInPlace.untilDone(() -> attention.join(ids(papers))))
        .chain(
            () ->
                RetryInPlace.untilDone(
                    () -> store.published(ids(papers)).flatMap(publisher::publish)));
  }

  private static List<PaperId> ids(List<AnnouncedPaper> papers) {
    return papers.stream().map(AnnouncedPaper::id).toList();
  }

  private Uni<Void> delete(List<PaperId> ids) {
    return store.delete(ids).chain(() -> publisher.publishDeletions(ids));
  }

  private Uni<Void> classifyAndStore(AnnouncedBatch batch, List<AnnouncedPaper> papers) {
    if (papers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return RetryInPlace.untilDone(() -> store.stored(ids(papers)))
        .flatMap(
            stored -> {
              List<AnnouncedPaper> news =
                  papers.stream().filter(paper -> isNews(paper, stored)).toList();
              return news.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : RetryInPlace.untilDone(background::now)
                      .flatMap(
                          against ->
                              Uni.createFrom()
                                  .completionStage(() -> classifier.classify(news, stored, against))
                                  // The first call encodes the taxonomy, which takes seconds.
                                  .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                      .flatMap(classified -> storeAll(batch, classified));
            });
  }

  private static boolean isNews(AnnouncedPaper paper, Map<PaperId, StoredPaper> stored) {
    StoredPaper row = stored.get(paper.id());
    return row == null || row.announcedSeq() < paper.seq();
  }

  /**
   * Stores the batch; where the database refuses what it holds, paper by paper without the culprit.
   */
  private Uni<Void> storeAll(AnnouncedBatch batch, List<Classified> classified) {
    return RetryInPlace.untilDone(() -> store.upsert(classified))
        .onFailure(RetryInPlace::isDataRefused)
        .recoverWithUni(
            () -> {
              Uni<Void> each = Uni.createFrom().voidItem();
              for (Classified paper : classified) {
                each = each.chain(() -> storeOne(batch, paper));
              }
              return each;
            });
  }

  private Uni<Void> storeOne(AnnouncedBatch batch, Classified paper) {
    PaperId id = paper.body().id();
    return RetryInPlace.untilDone(() -> store.upsert(List.of(paper)))
        .onFailure(RetryInPlace::isDataRefused)
        .recoverWithUni(
            cause -> {
              LOG.warnf("paper put aside id=%s cause=%s", id, cause.getMessage());
              return RetryInPlace.untilDone(
                  () -> publisher.putAside(List.of(batch.refuse(id, cause))));
            });
  }
}
