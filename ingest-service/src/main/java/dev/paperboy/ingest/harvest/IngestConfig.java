package dev.paperboy.ingest.harvest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Settings of ingest. */
@ConfigMapping(prefix = "paperboy.ingest")
interface IngestConfig {
  /** How often sources are asked whether they have more. */
  @WithDefault("5s")
  String every();

  /** Whether specimen papers are loaded where sources can't be reached and there is no paper. */
  @WithDefault("auto")
  Specimens specimens();

  /** When made-up papers help. */
  enum Specimens {
    AUTO,
    OFF
  }

  Snapshot snapshot();

  Arxiv arxiv();

  /** arXiv itself, by OAI-PMH. */
  interface Arxiv {
    /** Whether arXiv is harvested. */
    @WithDefault("false")
    boolean enabled();

    /** The OAI-PMH server. */
    @WithDefault("https://oaipmh.arxiv.org/oai")
    URI server();

    /** Least time between the starts of two requests; arXiv's terms ask for three seconds. */
    @WithDefault("3s")
    Duration interval();

    /** metadataPrefix: arXivRaw tells versions, arXiv and oai_dc do not. */
    @WithDefault("arXivRaw")
    String format();

    /** Only this set, such as cs or physics:hep-th. */
    Optional<String> set();

    /**
     * How many days back the first list of news begins: the last announcement, over a weekend too.
     */
    @WithDefault("3")
    int firstDays();

    /** How many days back to go in all, when the news are read: as far as the shelf reaches. */
    @WithDefault("30")
    int backDays();

    /** Time between two lists. */
    @WithDefault("30m")
    Duration every();
  }

  /** arXiv's metadata snapshot as a file. */
  interface Snapshot {
    /** JSON lines, plain or gzip; the source is off without it. */
    Optional<Path> file();

    /** Only papers last changed on that day. */
    Optional<LocalDate> day();
  }
}
