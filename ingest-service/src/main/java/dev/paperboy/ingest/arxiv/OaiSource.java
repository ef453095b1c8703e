package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * arXiv by OAI-PMH: all records changed since the day before the last list, page by page.
 *
 * <p>Reading a day twice costs a request or two and announces nothing again; missing one would
 * never be noticed.
 *
 * @see <a href="https://info.arxiv.org/help/oa/index.html">arXiv's OAI-PMH interface</a>
 */
final class OaiSource implements PaperSource {
  private static final Logger LOG = Logger.getLogger(OaiSource.class);
  private static final String QUIET = "noRecordsMatch";
  private static final String LOST_TOKEN = "badResumptionToken";

  private final OaiClient client;
  private final OaiSettings settings;
  private final Clock business;
  private final Clock real;

  /**
   * @param business the business clock: how far back the first list reaches
   * @param real the real clock: when to ask again
   */
  OaiSource(OaiClient client, OaiSettings settings, Clock business, Clock real) {
    this.client = client;
    this.settings = settings;
    this.business = business;
    this.real = real;
  }

  /**
   * What to ask for and how often.
   *
   * @param format metadataPrefix: arXivRaw, arXiv or oai_dc
   * @param set only this set, such as cs; null for all
   * @param firstDays how many days back the first list begins
   * @param every time between two lists
   */
  record OaiSettings(String format, String set, int firstDays, Duration every) {}

  @Override
  public String feed() {
    return "arxiv-oai";
  }

  @Override
  public Pages open(String checkpoint) {
    OaiCheckpoint from = OaiCheckpoint.parse(checkpoint);
    if (from == null) {
      LocalDate first =
          LocalDate.now(business.withZone(ZoneOffset.UTC)).minusDays(settings.firstDays());
      from = new OaiCheckpoint(first, null, null, null);
    }
    return new ListPages(from);
  }

  private final class ListPages implements Pages {
    private final Set<String> tokensSeen = new HashSet<>();
    private OaiCheckpoint position;
    private boolean ended;

    ListPages(OaiCheckpoint checkpoint) {
      this.position = withoutOldToken(checkpoint);
      Instant due =
          position.readAt() == null ? Instant.MIN : position.readAt().plus(settings.every());
      this.ended = position.token() == null && real.instant().isBefore(due);
    }

    /** Tokens end with the server's day; asking with a dead one would only cost a request. */
    private OaiCheckpoint withoutOldToken(OaiCheckpoint checkpoint) {
      LocalDate today = LocalDate.now(real.withZone(ZoneOffset.UTC));
      return checkpoint.token() != null && !checkpoint.tokenDay().equals(today)
          ? checkpoint.again()
          : checkpoint;
    }

    @Override
    public Page next() throws IOException {
      if (ended) {
        return null;
      }
      OaiResponse response = client.get(query());
      if (LOST_TOKEN.equals(response.error()) && position.token() != null) {
        LOG.infof("resumption token was refused, reading the list from %s again", position.from());
        position = position.again();
        tokensSeen.clear();
        response = client.get(query());
      }
      if (response.error() != null && !QUIET.equals(response.error())) {
        throw new IOException("arXiv says " + response.error() + ": " + response.errorText());
      }
      return page(response);
    }

    private Page page(OaiResponse response) throws IOException {
      LocalDate serverDay =
          response.responseDate() == null
              ? LocalDate.now(real.withZone(ZoneOffset.UTC))
              : response.responseDate();
      if (response.resumptionToken() == null) {
        position = position.done(serverDay, real.instant());
        ended = true;
      } else {
        if (!tokensSeen.add(response.resumptionToken())) {
          throw new IOException("arXiv gave the same resumption token twice; the list has no end");
        }
        position = position.goingOn(response.resumptionToken(), serverDay);
      }
      return new Page(response.papers(), response.refusals(), position.written());
    }

    private String query() {
      if (position.token() != null) {
        return "verb=ListRecords&resumptionToken=" + URLEncoder.encode(position.token(), UTF_8);
      }
      String set = settings.set() == null ? "" : "&set=" + URLEncoder.encode(settings.set(), UTF_8);
      return "verb=ListRecords&metadataPrefix="
          + settings.format()
          + "&from="
          + position.from()
          + set;
    }

    @Override
    public void close() {}
  }
}
