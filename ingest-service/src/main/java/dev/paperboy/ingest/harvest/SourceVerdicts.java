package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.AnnouncementCalendar;
import dev.paperboy.ingest.freshness.Freshness;
import dev.paperboy.ingest.freshness.Verdict;
import dev.paperboy.ingest.freshness.Volume;
import dev.paperboy.ingest.source.PaperSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Judges a source that was read to its end, by what is stored. */
@ApplicationScoped
class SourceVerdicts {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DAYS_COMPARED = 56;
  // OAI-PMH has an announcement after two and a half hours; an hour's delay is nothing to speak of.
  private static final Duration HARVEST_GRACE = Duration.ofHours(4);
  // Listings are made at midnight in New York, and read every two hours.
  private static final Duration LISTING_GRACE = Duration.ofMinutes(390);

  private final PaperStore store;
  private final Clock business;
  private final Freshness harvest;
  private final Freshness listing;

  SourceVerdicts(PaperStore store, IngestConfig config, Clock business) {
    this.store = store;
    this.business = business;
    AnnouncementCalendar calendar =
        config
            .arxiv()
            .holidays()
            .map(AnnouncementCalendar::new)
            .orElseGet(AnnouncementCalendar::published);
    this.harvest = new Freshness("arXiv", calendar, HARVEST_GRACE);
    this.listing = new Freshness("arXiv's listing", calendar, LISTING_GRACE);
  }

  /** Asks the store; blocks. */
  Verdict of(PaperSource source) {
    String checkpoint = store.checkpoint(source.feed()).await().atMost(PATIENCE);
    return switch (source.feed()) {
      case "arxiv-oai" ->
          harvest.of(volumes(source.reach(checkpoint).behind()), business.instant());
      case "arxiv-rss" -> {
        PaperSource.Listed listed = source.listed(checkpoint);
        yield listed == null
            ? new Verdict("starting", "arXiv's listing was not read yet")
            : listing.of(
                volumes(null), listed.day(), listed.announced(), listed.cut(), business.instant());
      }
      default -> new Verdict("fresh", "read to the end");
    };
  }

  /**
   * @param whole the first day from which on all was read; null where that is not known
   */
  private List<Volume> volumes(LocalDate whole) {
    LocalDate first = LocalDate.now(business.withZone(ZoneOffset.UTC)).minusDays(DAYS_COMPARED);
    return store
        .volumes("arxiv", whole != null && whole.isAfter(first) ? whole : first)
        .await()
        .atMost(PATIENCE);
  }
}
