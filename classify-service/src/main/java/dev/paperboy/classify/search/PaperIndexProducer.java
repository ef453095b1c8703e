package dev.paperboy.classify.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens this replica's index. */
@ApplicationScoped
class PaperIndexProducer {
  @Produces
  @Singleton
  PaperIndex index(@ConfigProperty(name = "paperboy.state") Path state, ObjectMapper json)
      throws IOException {
    return new PaperIndex(Files.createDirectories(state.resolve("index")), json);
  }

  void close(@Disposes PaperIndex index) {
    index.close();
  }
}
