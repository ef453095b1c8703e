package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.RetryInPlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * The paper flow: a poll's records are read, encoded, classified, stored and published, then
 * acknowledged together.
 *
 * <p>What is published is always the stored row, so that a batch that is delivered again, after a
 * crash at any line, publishes the same events with the same versions.
 */
@ApplicationScoped
class AnnouncedConsumer {
  private static final Logger LOG = Logger.getLogger(AnnouncedConsumer.class);

  /** One that is stored, one that is encoded, and one whose texts wait for the encoder. */
  private static final int BATCHES_AT_ONCE = 3;

  private final ObjectMapper json;
  private final PaperStore store;
  private final AttentionStore attention;
  private final BackgroundStore background;
  private final Classifier classifier;
  private final ClassifiedPublisher publisher;
  private final News news;
  private final TwoStages stages =
      new TwoStages(BATCHES_AT_ONCE, Infrastructure.getDefaultExecutor());

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

  /**
   * The encoder has the next batch while one is stored and published: it needs both cores, and they
   * would idle meanwhile. That is work ahead of time only: whether a paper is news is decided when
   * all batches before are written, since one of them may have stored the paper, or deleted it.
   */
  @Incoming("papers-announced")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> message) {
    AnnouncedBatch batch = AnnouncedBatch.read(message.getPayload(), json);
    batch.deadLetters().forEach(letter -> LOG.warnf("record put aside topic=%s", letter.topic()));
    List<AnnouncedPaper> papers =
        batch.papers().values().stream().filter(Objects::nonNull).toList();
    return stages.begin(
        news.working(() -> encode(papers)),
        ahead ->
            news.working(() -> store(batch, papers, ahead))
                .chain(() -> Uni.createFrom().completionStage(message.ack())),
        failure -> Uni.createFrom().completionStage(message.nack(failure)));
  }

  /** Vectors of the papers that are news as the table is now. */
  private Uni<Map<PaperId, byte[]>> encode(List<AnnouncedPaper> papers) {
    return papers.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : RetryInPlace.untilDone(() -> store.stored(ids(papers)))
            .flatMap(stored -> encode(news(papers, stored), stored));
  }

  private Uni<Map<PaperId, byte[]>> encode(
      List<AnnouncedPaper> papers, Map<PaperId, StoredPaper> stored) {
    return Uni.createFrom()
        .completionStage(() -> classifier.encode(papers, stored))
        // The first call encodes the taxonomy, which takes seconds.
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Uni<Void> store(
      AnnouncedBatch batch, List<AnnouncedPaper> papers, Map<PaperId, byte[]> ahead) {
    List<PaperId> deleted =
        batch.papers().entrySet().stream()
            .filter(paper -> paper.getValue() == null)
            .map(Map.Entry::getKey)
            .toList();
    return RetryInPlace.untilDone(() -> publisher.putAside(batch.deadLetters()))
        .chain(() -> RetryInPlace.untilDone(() -> delete(deleted)))
        .chain(() -> classifyAndStore(batch, papers, ahead))
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

  private Uni<Void> classifyAndStore(
      AnnouncedBatch batch, List<AnnouncedPaper> papers, Map<PaperId, byte[]> ahead) {
    return papers.isEmpty()
        ? Uni.createFrom().voidItem()
        : RetryInPlace.untilDone(() -> store.stored(ids(papers)))
            .flatMap(
                stored -> {
                  List<AnnouncedPaper> fresh = news(papers, stored);
                  return fresh.isEmpty()
                      ? Uni.createFrom().voidItem()
                      : allVectors(fresh, stored, ahead)
                          .flatMap(vectors -> classifyAndStoreAll(batch, fresh, vectors));
                });
  }

  /** Vectors made ahead of time, and of papers that have become news since. */
  private Uni<Map<PaperId, byte[]>> allVectors(
      List<AnnouncedPaper> papers, Map<PaperId, StoredPaper> stored, Map<PaperId, byte[]> ahead) {
    List<AnnouncedPaper> late =
        papers.stream().filter(paper -> !ahead.containsKey(paper.id())).toList();
    return late.isEmpty()
        ? Uni.createFrom().item(ahead)
        : encode(late, stored)
            .map(
                vectors -> {
                  Map<PaperId, byte[]> all = new HashMap<>(ahead);
                  all.putAll(vectors);
                  return all;
                });
  }

  private Uni<Void> classifyAndStoreAll(
      AnnouncedBatch batch, List<AnnouncedPaper> papers, Map<PaperId, byte[]> vectors) {
    return RetryInPlace.untilDone(background::now)
        .emitOn(Infrastructure.getDefaultExecutor())
        .map(against -> classifier.classify(papers, vectors, against))
        .flatMap(classified -> storeAll(batch, classified));
  }

  /** Papers that are new here, or of a newer version than the stored one. */
  private static List<AnnouncedPaper> news(
      List<AnnouncedPaper> papers, Map<PaperId, StoredPaper> stored) {
    return papers.stream().filter(paper -> isNews(paper, stored)).toList();
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
