package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.RetryInPlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
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
   * would idle meanwhile. Papers of one batch may be told of again in the next before they are
   * stored; they are then encoded twice, and written in order.
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
        encoded ->
            news.working(() -> store(batch, papers, encoded))
                .chain(() -> Uni.createFrom().completionStage(message.ack())),
        failure -> Uni.createFrom().completionStage(message.nack(failure)));
  }

  /**
   * Papers that are new here, or of a newer version than the stored one.
   *
   * @param vectors of all of them
   */
  private record Encoded(List<AnnouncedPaper> papers, Map<PaperId, byte[]> vectors) {
    static final Encoded NOTHING = new Encoded(List.of(), Map.of());
  }

  private Uni<Encoded> encode(List<AnnouncedPaper> papers) {
    return papers.isEmpty()
        ? Uni.createFrom().item(Encoded.NOTHING)
        : RetryInPlace.untilDone(() -> store.stored(ids(papers)))
            .flatMap(
                stored -> {
                  List<AnnouncedPaper> fresh =
                      papers.stream().filter(paper -> isNews(paper, stored)).toList();
                  return Uni.createFrom()
                      .completionStage(() -> classifier.encode(fresh, stored))
                      // The first call encodes the taxonomy, which takes seconds.
                      .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                      .map(vectors -> new Encoded(fresh, vectors));
                });
  }

  private Uni<Void> store(AnnouncedBatch batch, List<AnnouncedPaper> papers, Encoded encoded) {
    List<PaperId> deleted =
        batch.papers().entrySet().stream()
            .filter(paper -> paper.getValue() == null)
            .map(Map.Entry::getKey)
            .toList();
    return RetryInPlace.untilDone(() -> publisher.putAside(batch.deadLetters()))
        .chain(() -> RetryInPlace.untilDone(() -> delete(deleted)))
        .chain(() -> classifyAndStore(batch, encoded))
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

  private Uni<Void> classifyAndStore(AnnouncedBatch batch, Encoded encoded) {
    return encoded.papers().isEmpty()
        ? Uni.createFrom().voidItem()
        : RetryInPlace.untilDone(background::now)
            .emitOn(Infrastructure.getDefaultExecutor())
            .map(against -> classifier.classify(encoded.papers(), encoded.vectors(), against))
            .flatMap(classified -> storeAll(batch, classified));
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
