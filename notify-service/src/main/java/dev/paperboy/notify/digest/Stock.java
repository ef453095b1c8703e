package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.shelf.SourceBook;
import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.shelf.TopicCatalogue;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What there is to make digests of: the shelf's state, and its papers ready to be asked. */
@ApplicationScoped
class Stock {
  private final Shelf shelf;
  private final SourceBook sources;
  private final TopicCatalogue topics;
  private final Vertx vertx;

  Stock(Shelf shelf, SourceBook sources, TopicCatalogue topics, Vertx vertx) {
    this.shelf = shelf;
    this.sources = sources;
    this.topics = topics;
    this.vertx = vertx;
  }

  /** What has arrived and what was announced. */
  Uni<ShelfState> state() {
    return Uni.combine()
        .all()
        .unis(shelf.countByDay(), sources.all(), shelf.sinceGrowth(), shelf.isFilling())
        .usingConcurrencyOf(1)
        .with(ShelfState::new);
  }

  /** Names of topics by their ids. */
  Uni<Map<String, String>> topicNames() {
    return topics.all().map(all -> all.stream().collect(Collectors.toMap(Topic::id, Topic::name)));
  }

  /** A window's papers, indexed on a worker thread. Whoever asked closes it. */
  Uni<WindowIndex> index(Window window, Map<String, String> topicNames) {
    return shelf
        .papers(window.from(), window.to())
        .flatMap(papers -> onWorker(() -> new WindowIndex(papers, topicNames, window.to())));
  }

  /** Computes beside the event loop and comes back to the same context. */
  <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
