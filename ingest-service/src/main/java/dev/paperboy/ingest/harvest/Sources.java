package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.arxiv.ArxivSources;
import dev.paperboy.ingest.source.PaperSource;
import dev.paperboy.ingest.source.SnapshotFile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The sources that are switched on. */
@Singleton
class Sources {
  private final List<PaperSource> all = new ArrayList<>();

  Sources(IngestConfig config, Pool pool, Clock business) {
    config
        .snapshot()
        .file()
        .ifPresent(file -> all.add(new SnapshotFile(file, config.snapshot().day().orElse(null))));
    IngestConfig.Arxiv arxiv = config.arxiv();
    if (arxiv.enabled()) {
      all.add(
          ArxivSources.oai(
              pool,
              arxiv.server(),
              arxiv.interval(),
              arxiv.format(),
              arxiv.set().orElse(null),
              arxiv.firstDays(),
              arxiv.backDays(),
              arxiv.every(),
              business));
    }
  }

  /** In the order in which they are asked. */
  List<PaperSource> all() {
    return List.copyOf(all);
  }
}
