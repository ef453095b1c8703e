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
import org.jboss.logging.Logger;

/** Reads taxonomy and weights, and makes the taggers of the process. */
@ApplicationScoped
class TaggerProducer {
  private static final Logger LOG = Logger.getLogger(TaggerProducer.class);

  @Produces
  @Singleton
  Taxonomy taxonomy(
      @ConfigProperty(name = "paperboy.classify.taxonomy") Optional<Path> operatorsOwn,
      @ConfigProperty(name = "paperboy.classify.more-topics") Optional<Path> more)
      throws IOException {
    Taxonomy taxonomy;
    try (InputStream yaml =
        operatorsOwn.isPresent()
            ? Files.newInputStream(operatorsOwn.get())
            : TaggerProducer.class.getResourceAsStream("/taxonomy.yaml")) {
      taxonomy = Taxonomy.read(yaml);
    }
    if (more.isEmpty()) {
      return taxonomy;
    }
    try (InputStream yaml = Files.newInputStream(more.get())) {
      return taxonomy.and(yaml);
    }
  }

  @Produces
  @Singleton
  CategoryTagger categoryTagger(Encoder encoder) {
    CategoryModel model = CategoryModel.committed();
    if (!model.encoder().equals(encoder.id())) {
      LOG.warnf(
          "categories are suggested by words alone: the weights are for vectors of encoder=%s,"
              + " this is encoder=%s; ./paperboy train topics makes others",
          model.encoder(), encoder.id());
    }
    return new CategoryTagger(model, encoder.id());
  }

  @Produces
  @Singleton
  Tagger tagger(Taxonomy taxonomy, Encoder encoder) {
    return new Tagger(
        taxonomy.topics(),
        encoder.encodeAll(taxonomy.topics().stream().map(Topic::meaning).toList()).join());
  }
}
