package dev.paperboy.classify.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Does the steps of {@link Reclassifier}, one after another, as long as there are any. */
@Singleton
class ReclassifierLoop {
  private static final Logger LOG = Logger.getLogger(ReclassifierLoop.class);
  private static final Duration FOR_NEWS = Duration.ofMillis(500);

  /** Also how long after a kill another replica goes on. */
  private static final Duration FOR_ORDERS = Duration.ofSeconds(5);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  private final Reclassifier reclassifier;
  private final boolean takesPart;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean stopped;
  private volatile String trouble;

  /**
   * @param takesPart whether this replica classifies again; one that is to answer readers only may
   *     leave it to others
   */
  ReclassifierLoop(
      Reclassifier reclassifier,
      @ConfigProperty(name = "paperboy.classify.again.takes-part", defaultValue = "true")
          boolean takesPart) {
    this.reclassifier = reclassifier;
    this.takesPart = takesPart;
  }

  void start(@Observes StartupEvent start) {
    if (takesPart) {
      Thread.ofVirtual().name("classify-again").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    stopped = true;
    wake();
  }

  /** Looks for an order at once. */
  void wake() {
    wake.release();
  }

  /** Why the last step failed; null where it did not. */
  String trouble() {
    return trouble;
  }

  private void run() {
    try {
      while (!stopped) {
        Duration pause = pauseAfterStep();
        if (!pause.isZero() && wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pauseAfterStep() {
    try {
      Reclassifier.Step step = reclassifier.step().await().indefinitely();
      trouble = null;
      return switch (step) {
        case DONE -> Duration.ZERO;
        case NEWS_FIRST -> FOR_NEWS;
        case IDLE -> FOR_ORDERS;
      };
    } catch (RuntimeException e) {
      if (!stopped) {
        LOG.warnf("classifying again failed and is tried again in 10 s: %s", e.toString());
      }
      trouble = String.valueOf(e.getMessage());
      return AFTER_FAILURE;
    }
  }
}
