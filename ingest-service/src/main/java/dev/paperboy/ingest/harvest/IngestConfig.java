package dev.paperboy.ingest.harvest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Settings of ingest. */
@ConfigMapping(prefix = "paperboy.ingest")
interface IngestConfig {
  /** How often sources are asked whether they have more. */
  @WithDefault("5s")
  String every();

  Snapshot snapshot();

  /** arXiv's metadata snapshot as a file. */
  interface Snapshot {
    /** JSON lines, plain or gzip; the source is off without it. */
    Optional<Path> file();

    /** Only papers last changed on that day. */
    Optional<LocalDate> day();
  }
}
