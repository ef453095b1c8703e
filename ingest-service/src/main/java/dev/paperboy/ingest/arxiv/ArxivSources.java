package dev.paperboy.ingest.arxiv;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.http.RequestLimit;
import dev.paperboy.ingest.source.PaperSource;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** Makes the sources that ask arXiv; all of them share one limit on requests. */
public final class ArxivSources {
  private static final String LIMIT = "arxiv.org";

  private final PoliteClient http;

  /**
   * @param interval least time between the starts of two requests to arXiv
   */
  public ArxivSources(Pool pool, Duration interval) {
    this.http = new PoliteClient(new RequestLimit(pool, LIMIT, interval));
  }

  /**
   * arXiv by OAI-PMH.
   *
   * @param format metadataPrefix
   * @param set only this set; null for all
   * @param firstDays how many days back the first list of news begins
   * @param backDays how many days back to go in all
   * @param every time between two lists
   */
  public PaperSource oai(
      URI server,
      String format,
      String set,
      int firstDays,
      int backDays,
      Duration every,
      Clock business) {
    return new OaiSource(
        new OaiClient(server, http),
        new OaiSource.OaiSettings(format, set, firstDays, backDays, every),
        business,
        Clock.systemUTC());
  }

  /**
   * arXiv's listing of the day.
   *
   * @param server what group names are appended to
   * @param groups archives or categories, joined by plus signs; a request each
   * @param every time between two readings
   */
  public PaperSource listing(URI server, List<String> groups, Duration every) {
    return new ListingSource(
        http, new ListingSource.ListingSettings(server, groups, every), Clock.systemUTC());
  }

  /**
   * arXiv's query API, for what the harvest left out.
   *
   * @param gaps papers to ask for, at most so many
   * @param every time between two looks for gaps
   */
  public PaperSource api(URI server, IntFunction<List<PaperId>> gaps, Duration every) {
    return new ApiSource(http, server, gaps::apply, every, Clock.systemUTC());
  }
}
