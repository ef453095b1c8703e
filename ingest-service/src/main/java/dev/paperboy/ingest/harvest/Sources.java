package dev.paperboy.ingest.harvest;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.arxiv.ArxivSources;
import dev.paperboy.ingest.biorxiv.DetailsSource;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.http.RequestLimit;
import dev.paperboy.ingest.paper.Origin;
import dev.paperboy.ingest.source.PaperSource;
import dev.paperboy.ingest.source.SnapshotFile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sources that are switched on. */
@Singleton
class Sources {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BIORXIV_LIMIT = "api.biorxiv.org";
  private static final Set<String> BIORXIV = Set.of("biorxiv", "medrxiv");
  private static final int GAP_DAYS = 7;

  private final List<PaperSource> all = new ArrayList<>();
  private final PaperStore store;
  private final Clock business;

  Sources(IngestConfig config, Pool pool, PaperStore store, Clock business) {
    this.store = store;
    this.business = business;
    config
        .snapshot()
        .file()
        .ifPresent(file -> all.add(new SnapshotFile(file, config.snapshot().day().orElse(null))));
    if (config.arxiv().enabled()) {
      addArxiv(config.arxiv(), pool);
    }
    config.biorxiv().archives().ifPresent(archives -> addBiorxiv(archives, config, pool));
  }

  /** In the order in which they are asked: the richest of arXiv's first. */
  List<PaperSource> all() {
    return List.copyOf(all);
  }

  /** Whether a feed only confirms and completes what another one brings. */
  boolean isWitness(String feed) {
    return all.stream()
        .anyMatch(source -> source.feed().equals(feed) && source.origin() != Origin.HARVEST);
  }

  private void addArxiv(IngestConfig.Arxiv arxiv, Pool pool) {
    ArxivSources sources = new ArxivSources(pool, arxiv.interval());
    all.add(
        sources.oai(
            arxiv.server(),
            arxiv.format(),
            arxiv.set().orElse(null),
            arxiv.firstDays(),
            arxiv.backDays(),
            arxiv.every(),
            business));
    // Who harvests a stand-in doesn't mean to ask the real arXiv for the rest.
    boolean real = isArxiv(arxiv.server());
    IngestConfig.Listing listing = arxiv.listing();
    if (listing.enabled().orElse(real && arxiv.set().isEmpty() && isPresent(business))) {
      all.add(sources.listing(listing.server(), listing.groups(), listing.every()));
    }
    if (arxiv.api().enabled().orElse(real)) {
      all.add(sources.api(arxiv.api().server(), this::gaps, arxiv.api().every()));
    }
  }

  /** Whether that is arXiv itself, and no mirror or stand-in. */
  static boolean isArxiv(URI server) {
    String host = server.getHost();
    return host != null && (host.equals("arxiv.org") || host.endsWith(".arxiv.org"));
  }

  /** A day that is lived through again has no listing any more. */
  static boolean isPresent(Clock business) {
    return Duration.between(business.instant(), Instant.now()).abs().toDays() == 0;
  }

  /** What the listing of a day before today told of and the harvest did not bring. */
  private List<PaperId> gaps(int limit) {
    LocalDate today = LocalDate.now(business.withZone(ZoneOffset.UTC));
    return store
        .listedOnly(today.minusDays(GAP_DAYS), today.minusDays(1), limit)
        .await()
        .atMost(PATIENCE);
  }

  private void addBiorxiv(List<String> archives, IngestConfig config, Pool pool) {
    IngestConfig.Biorxiv settings = config.biorxiv();
    PoliteClient http =
        new PoliteClient(new RequestLimit(pool, BIORXIV_LIMIT, settings.interval()));
    for (String archive : archives) {
      if (!BIORXIV.contains(archive)) {
        throw new IllegalArgumentException(
            "paperboy.ingest.biorxiv.archives has «" + archive + "»; it may have biorxiv, medrxiv");
      }
      all.add(
          new DetailsSource(
              archive,
              http,
              new DetailsSource.DetailsSettings(
                  settings.server(), settings.backDays(), settings.every()),
              business,
              Clock.systemUTC()));
    }
  }
}
