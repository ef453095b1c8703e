package dev.paperboy.notify.shelf;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Keeps the shelf to its days. Hourly, since the business clock may start at any time of day. */
@Singleton
class ShelfPruning {
  private static final Logger LOG = Logger.getLogger(ShelfPruning.class);
  private final Shelf shelf;

  ShelfPruning(Shelf shelf) {
    this.shelf = shelf;
  }

  @Scheduled(
      every = "${paperboy.shelf.prune-every:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> prune() {
    return shelf
        .prune()
        .invoke(
            papers -> {
              if (papers > 0) {
                LOG.infof("shelf pruned papers=%d", papers);
              }
            })
        .replaceWithVoid();
  }
}
