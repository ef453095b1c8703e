package dev.paperboy.classify.encode;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the one encoder of the process. */
@ApplicationScoped
class EncoderProducer {
  /** Before the channels: the first record would wait for it on an event loop. */
  private static final int FIRST = 1;

  @Produces
  @Singleton
  @Startup(FIRST)
  Encoder encoder(
      @ConfigProperty(name = "paperboy.classify.encoder.threads") Optional<Integer> threads) {
    return new BgeSmallEncoder(threads.orElse(Runtime.getRuntime().availableProcessors()));
  }

  void close(@Disposes Encoder encoder) {
    encoder.close();
  }
}
