package dev.paperboy.classify.topic;

import dev.paperboy.classify.encode.Encoder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the taxonomy and makes the one tagger of the process. */
@ApplicationScoped
class TaggerProducer {
  @Produces
  @Singleton
  Taxonomy taxonomy(
      @ConfigProperty(name = "paperboy.classify.taxonomy") Optional<Path> operatorsOwn)
      throws IOException {
    try (InputStream yaml =
        operatorsOwn.isPresent()
            ? Files.newInputStream(operatorsOwn.get())
            : TaggerProducer.class.getResourceAsStream("/taxonomy.yaml")) {
      return Taxonomy.read(yaml);
    }
  }

  @Produces
  @Singleton
  Tagger tagger(Taxonomy taxonomy, Encoder encoder) {
    return new Tagger(
        taxonomy.topics(),
        encoder.encodeAll(taxonomy.topics().stream().map(Topic::meaning).toList()).join());
  }
}
