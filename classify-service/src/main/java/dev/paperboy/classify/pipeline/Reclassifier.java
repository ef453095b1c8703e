package dev.paperboy.classify.pipeline;

import dev.paperboy.classify.encode.Encoder;
import dev.paperboy.classify.pipeline.ReclassificationStore.Outcome;
import dev.paperboy.classify.pipeline.ReclassificationStore.Stored;
import dev.paperboy.events.PaperId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Classifies stored papers again by the encoder, heads and taxonomy of now, a batch at a step;
 * vectors of the same encoder serve again.
 *
 * <p>A step either writes a batch, together with where it stands and what it has to publish, or
 * publishes what a step before wrote. So whoever is killed, at any line, loses nothing: the next
 * step, of any replica, goes on exactly there. Trends stay: their bursts are of the day when a
 * paper was news.
 */
@ApplicationScoped
class Reclassifier {
  /** Few, since an announcement that comes meanwhile waits for their encoding. */
  static final int BATCH = 16;

  private final ReclassificationStore store;
  private final PaperStore papers;
  private final BackgroundStore background;
  private final Classifier classifier;
  private final ClassifiedPublisher publisher;
  private final Encoder encoder;
  private final ClassifiedBy by;
  private final News news;

  Reclassifier(
      ReclassificationStore store,
      PaperStore papers,
      BackgroundStore background,
      Classifier classifier,
      ClassifiedPublisher publisher,
      Encoder encoder,
      ClassifiedBy by,
      News news) {
    this.store = store;
    this.papers = papers;
    this.background = background;
    this.classifier = classifier;
    this.publisher = publisher;
    this.encoder = encoder;
    this.by = by;
    this.news = news;
  }

  /** What became of a step. */
  enum Step {
    /** There may be more to do at once. */
    DONE,
    /** Announcements go first. */
    NEWS_FIRST,
    /** There is no order, or another replica works at it. */
    IDLE
  }

  /** Does the next piece of the order, if there is one. */
  Uni<Step> step() {
    return store.alone(Step.IDLE, by.hash(), this::step);
  }

  private Uni<Step> step(SqlConnection tx, Reclassification order) {
    if (!order.unpublished().isEmpty()) {
      return publish(tx, order.unpublished()).replaceWith(Step.DONE);
    }
    if (!order.classifiedBy().equals(by.hash())) {
      return Uni.createFrom().item(Step.IDLE);
    }
    if (news.isComing()) {
      return Uni.createFrom().item(Step.NEWS_FIRST);
    }
    return store
        .next(tx, order, BATCH)
        .flatMap(
            batch ->
                batch.isEmpty()
                    ? store.atTheEnd(tx, order)
                    : classify(batch)
                        .flatMap(
                            outcomes ->
                                store.write(tx, order, outcomes, encoder.id(), toEncode(batch))))
        .replaceWith(Step.DONE);
  }

  private Uni<Void> publish(SqlConnection tx, List<String> ids) {
    return store
        .hold(tx, ids)
        .chain(() -> papers.published(ids.stream().map(PaperId::parse).toList()))
        .flatMap(publisher::publishClassified)
        .chain(() -> store.published(tx));
  }

  private int toEncode(List<Stored> batch) {
    return (int)
        batch.stream().filter(stored -> !stored.row().encoder().equals(encoder.id())).count();
  }

  private Uni<List<Outcome>> classify(List<Stored> batch) {
    Map<PaperId, StoredPaper> rows =
        batch.stream()
            .map(Stored::row)
            .collect(Collectors.toMap(StoredPaper::id, Function.identity()));
    List<AnnouncedPaper> announced = batch.stream().map(Stored::announced).toList();
    return background
        .now()
        .flatMap(
            against ->
                Uni.createFrom()
                    .completionStage(() -> classifier.classify(announced, rows, against))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .map(
            classified -> {
              Map<PaperId, Classified> after =
                  classified.stream()
                      .collect(Collectors.toMap(one -> one.body().id(), Function.identity()));
              return batch.stream().map(one -> outcome(one, after.get(one.body().id()))).toList();
            });
  }

  private Outcome outcome(Stored before, Classified after) {
    boolean changed =
        !before.row().encoder().equals(encoder.id()) || !before.body().equals(after.body());
    return new Outcome(before, after, changed);
  }
}
