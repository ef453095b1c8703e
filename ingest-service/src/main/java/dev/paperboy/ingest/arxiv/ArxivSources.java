package dev.paperboy.ingest.arxiv;

import dev.paperboy.ingest.source.PaperSource;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Makes the sources that ask arXiv; all of them share one limit on requests. */
public final class ArxivSources {
  private static final String LIMIT = "arxiv.org";

  private ArxivSources() {}

  /**
   * arXiv by OAI-PMH.
   *
   * @param interval least time between the starts of two requests to arXiv
   * @param format metadataPrefix
   * @param set only this set; null for all
   * @param firstDays how many days back the first list of news begins
   * @param backDays how many days back to go in all
   * @param every time between two lists
   */
  public static PaperSource oai(
      Pool pool,
      URI server,
      Duration interval,
      String format,
      String set,
      int firstDays,
      int backDays,
      Duration every,
      Clock business) {
    return new OaiSource(
        new OaiClient(server, new RequestLimit(pool, LIMIT, interval)),
        new OaiSource.OaiSettings(format, set, firstDays, backDays, every),
        business,
        Clock.systemUTC());
  }
}
