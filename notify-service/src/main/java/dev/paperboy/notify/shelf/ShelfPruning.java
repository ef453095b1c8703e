package dev.paperboy.notify.shelf;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Takes old papers off the shelf. */
@Singleton
class ShelfPruning {
  private static final Logger LOG = Logger.getLogger(ShelfPruning.class);

  private final ShelfStore store;

  ShelfPruning(ShelfStore store) {
    this.store = store;
  }

  @Scheduled(every = "1h", delayed = "1m")
  Uni<Void> prune() {
    return store
        .prune()
        .invoke(
            papers -> {
              if (papers > 0) {
                LOG.infof("took papers off the shelf count=%d", papers);
              }
            })
        .replaceWithVoid();
  }
}
