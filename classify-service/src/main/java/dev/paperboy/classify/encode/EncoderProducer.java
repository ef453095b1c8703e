package dev.paperboy.classify.encode;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the one encoder of the process. */
@ApplicationScoped
class EncoderProducer {
  private static final Logger LOG = Logger.getLogger(EncoderProducer.class);
  private static final int FIRST = 1;

  @Produces
  @Singleton
  Encoder encoder(
      @ConfigProperty(name = "paperboy.classify.encoder.threads") Optional<Integer> threads) {
    return new BgeSmallEncoder(threads.orElse(Runtime.getRuntime().availableProcessors()));
  }

  /** Loads it before the first record comes, which would wait for it on an event loop. */
  void load(@Observes @Priority(FIRST) StartupEvent start, Encoder encoder) {
    LOG.debugf("encoder=%s", encoder.id());
  }

  void close(@Disposes Encoder encoder) {
    encoder.close();
  }
}
