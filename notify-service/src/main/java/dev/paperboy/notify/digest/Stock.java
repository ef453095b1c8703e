package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Recent;
import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.shelf.SourceBook;
import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.shelf.TopicCatalogue;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What there is to make digests of: the shelf's state, and its papers ready to be asked. */
@ApplicationScoped
class Stock {
  /** Windows: those of a week's digests in a few rhythms, and what readers catch up on. */
  private static final int KEPT = 24;

  private final Shelf shelf;
  private final SourceBook sources;
  private final TopicCatalogue topics;
  private final Vertx vertx;

  /** Given up where memory is short. */
  private final Recent<Asked, SoftReference<WindowPapers>> kept = new Recent<>(KEPT);

  /** What a window's papers are made of. */
  private record Asked(Window window, Map<String, String> topicNames, String state) {}

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

  /**
   * A window's papers, indexed on a worker thread; they serve again while the shelf holds the same:
   * readers who are due together come in pages, and previews share their days.
   */
  Uni<WindowPapers> papers(Window window, Map<String, String> topicNames) {
    return shelf
        .state(window.from(), window.to())
        .flatMap(
            state -> {
              Asked asked = new Asked(window, topicNames, state);
              SoftReference<WindowPapers> known = kept.get(asked);
              WindowPapers papers = known == null ? null : known.get();
              return papers == null ? make(asked) : Uni.createFrom().item(papers);
            });
  }

  private Uni<WindowPapers> make(Asked asked) {
    Window window = asked.window();
    return shelf
        .papers(window.from(), window.to())
        .flatMap(
            papers -> onWorker(() -> new WindowPapers(papers, asked.topicNames(), window.to())))
        .invoke(papers -> kept.put(asked, new SoftReference<>(papers)));
  }

  /** Computes beside the event loop and comes back to the same context. */
  <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
