package dev.paperboy.ingest.harvest;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.source.PaperSource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what arXiv's listing showed of a day with what the harvest brought of it. */
@ApplicationScoped
class Gaps {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LISTED = 500;
  private static final String LISTING = "arxiv-rss";

  private final PaperStore store;
  private final List<PaperSource> sources;

  Gaps(PaperStore store, Sources sources) {
    this.store = store;
    this.sources = sources.all();
  }

  /**
   * The report on the listing's day; blocks.
   *
   * @throws IllegalStateException where no listing was read, saying what to do
   */
  JsonObject report() {
    PaperSource listing =
        sources.stream()
            .filter(source -> source.feed().equals(LISTING))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "arXiv's listing is not read; it is where arXiv is harvested and"
                            + " PAPERBOY_INGEST_ARXIV_LISTING_ENABLED is not false"));
    String checkpoint = store.checkpoint(LISTING).await().atMost(PATIENCE);
    PaperSource.Listed listed = checkpoint == null ? null : listing.listed(checkpoint);
    if (listed == null || listed.day() == null) {
      throw new IllegalStateException(
          "arXiv's listing was not read yet; try again in some minutes");
    }
    return compare(
        listed,
        store.harvested(listed.day()).await().atMost(PATIENCE),
        store.listedOnly(listed.day(), listed.day(), LISTED).await().atMost(PATIENCE));
  }

  /**
   * @param harvested how many papers of the day the harvest brought, by primary category
   * @param listedOnly papers that only the listing told of
   */
  static JsonObject compare(
      PaperSource.Listed listed, Map<String, Long> harvested, List<PaperId> listedOnly) {
    JsonArray missing = new JsonArray();
    new TreeMap<>(listed.announced())
        .forEach(
            (category, papers) -> {
              long has = harvested.getOrDefault(category, 0L);
              if (has < papers) {
                missing.add(
                    new JsonObject()
                        .put("category", category)
                        .put("listed", papers)
                        .put("harvested", has));
              }
            });
    LocalDate day = listed.day();
    return new JsonObject()
        .put("day", day.toString())
        .put("listed", listed.announced().values().stream().mapToInt(Integer::intValue).sum())
        .put("harvested", harvested.values().stream().mapToLong(Long::longValue).sum())
        .put("missing", missing)
        .put("listedOnly", new JsonArray(listedOnly.stream().map(PaperId::toString).toList()))
        .put("cut", new JsonArray(listed.cut()));
  }
}
