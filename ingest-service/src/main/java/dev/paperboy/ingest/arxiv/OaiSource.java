package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.ingest.arxiv.OaiCheckpoint.OpenList;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * arXiv by OAI-PMH: first what is new, page by page, then day by day further back.
 *
 * <p>News are asked for from the day before the last list. Reading a day twice costs a request or
 * two and announces nothing again; missing one would never be noticed. Each opening reads one list,
 * so that news never wait for old days.
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
   * @param business the business clock: which days are of interest
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
   * @param firstDays how many days back the first list of news begins
   * @param backDays how many days back to go in all
   * @param every time between two lists of news
   */
  record OaiSettings(String format, String set, int firstDays, int backDays, Duration every) {}

  @Override
  public String feed() {
    return "arxiv-oai";
  }

  @Override
  public Pages open(String checkpoint, boolean now) {
    OaiCheckpoint from = checkpoint(checkpoint);
    return new ListPages(from.in(list(from, now)));
  }

  @Override
  public Reach reach(String checkpoint) {
    OaiCheckpoint at = checkpoint(checkpoint);
    // Before its first page, the first list is being read already.
    LocalDate first = at.behind() == null ? at.next() : null;
    return new Reach(at.list() == null ? first : at.list().from(), at.behind(), at.target());
  }

  private OaiCheckpoint checkpoint(String written) {
    LocalDate today = today(business);
    return written == null
        ? OaiCheckpoint.start(
            today.minusDays(settings.firstDays()),
            today.minusDays(Math.max(settings.firstDays(), settings.backDays())))
        : OaiCheckpoint.parse(written);
  }

  /** The list to read now; null where there is none. */
  private OpenList list(OaiCheckpoint at, boolean now) {
    OpenList open = at.list();
    if (open != null) {
      // Tokens end with the server's day; asking with a dead one would only cost a request.
      return open.token() != null && !open.tokenDay().equals(today(real)) ? open.again() : open;
    }
    boolean due =
        at.readAt() == null || !real.instant().isBefore(at.readAt().plus(settings.every()));
    if (due || now) {
      LocalDate today = today(business);
      // A day that is lived through again ends where it ended.
      return new OpenList(at.next(), today.isBefore(today(real)) ? today : null, false);
    }
    return at.dayBefore();
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  private final class ListPages implements Pages {
    private final Set<String> tokensSeen = new HashSet<>();
    private OaiCheckpoint position;

    ListPages(OaiCheckpoint position) {
      this.position = position;
    }

    @Override
    public Page next() throws IOException {
      if (position.list() == null) {
        return null;
      }
      OaiResponse response = client.get(query(position.list()));
      if (LOST_TOKEN.equals(response.error()) && position.list().token() != null) {
        LOG.infof(
            "resumption token was refused, reading the list from %s again", position.list().from());
        position = position.in(position.list().again());
        tokensSeen.clear();
        response = client.get(query(position.list()));
      }
      if (response.error() != null && !QUIET.equals(response.error())) {
        throw new IOException("arXiv says " + response.error() + ": " + response.errorText());
      }
      return page(response);
    }

    private Page page(OaiResponse response) throws IOException {
      LocalDate serverDay = response.responseDate() == null ? today(real) : response.responseDate();
      if (response.resumptionToken() == null) {
        LocalDate until = position.list().until();
        position =
            position.done(
                until != null && until.isBefore(serverDay) ? until : serverDay, real.instant());
      } else {
        if (!tokensSeen.add(response.resumptionToken())) {
          throw new IOException("arXiv gave the same resumption token twice; the list has no end");
        }
        position = position.goingOn(response.resumptionToken(), serverDay);
      }
      return new Page(
          response.papers(), response.deleted(), response.refusals(), position.written());
    }

    private String query(OpenList list) {
      if (list.token() != null) {
        return "verb=ListRecords&resumptionToken=" + URLEncoder.encode(list.token(), UTF_8);
      }
      return "verb=ListRecords&metadataPrefix="
          + settings.format()
          + "&from="
          + list.from()
          + (list.until() == null ? "" : "&until=" + list.until())
          + (settings.set() == null ? "" : "&set=" + URLEncoder.encode(settings.set(), UTF_8));
    }

    @Override
    public void close() {}
  }
}
