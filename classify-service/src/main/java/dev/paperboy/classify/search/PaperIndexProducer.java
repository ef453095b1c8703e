package dev.paperboy.classify.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens this replica's index. */
@ApplicationScoped
class PaperIndexProducer {
  private static final Logger LOG = Logger.getLogger(PaperIndexProducer.class);

  @Produces
  @Singleton
  PaperIndex index(@ConfigProperty(name = "paperboy.state") Path state, ObjectMapper json)
      throws IOException {
    return open(Files.createDirectories(state.resolve("index")), json);
  }

  /** Opens the index; one that can't be read is thrown away, since the topics hold all of it. */
  static PaperIndex open(Path directory, ObjectMapper json) throws IOException {
    try {
      return new PaperIndex(directory, json);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | EOFException
        | NoSuchFileException e) {
      LOG.warnf("the search index can't be read and is made anew: %s", e.getMessage());
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      return new PaperIndex(directory, json);
    }
  }

  void close(@Disposes PaperIndex index) {
    index.close();
  }
}
