package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.ingest.arxiv.OaiCheckpoint.OpenList;
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
import java.util.List;
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
  // Fewer may be bad each for itself; so many are another format, or another archive.
  private static final int ALL_BAD = 10;

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

  @Override
  public Instant next(String checkpoint) {
    OaiCheckpoint at = checkpoint(checkpoint);
    boolean atOnce = at.readAt() == null || at.list() != null || at.dayBefore() != null;
    return atOnce ? null : nextNews(at);
  }

  private Instant nextNews(OaiCheckpoint at) {
    return at.readAt().plus(settings.every());
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
    if (now || at.readAt() == null || !real.instant().isBefore(nextNews(at))) {
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
    private List<Object> records = List.of();

    ListPages(OaiCheckpoint position) {
      this.position = position;
      if (position.list() != null && position.list().token() != null) {
        tokensSeen.add(position.list().token());
      }
    }

    @Override
    public Page next() throws IOException {
      if (position.list() == null) {
        return null;
      }
      OaiResponse response = client.get(query(position.list()));
      if (OaiErrors.LOST_TOKEN.equals(response.error()) && position.list().token() != null) {
        LOG.infof(
            "resumption token was refused, reading the list from %s again", position.list().from());
        position = position.in(position.list().again());
        tokensSeen.clear();
        records = List.of();
        response = client.get(query(position.list()));
      }
      if (response.error() != null && !OaiErrors.NOTHING.equals(response.error())) {
        throw new IOException(OaiErrors.explained(response.error(), response.errorText()));
      }
      check(response);
      return page(response);
    }

    /** Neither size nor position is told any more; what is wrong shows in the records alone. */
    private void check(OaiResponse response) throws IOException {
      List<Object> before = records;
      records = List.of(response.papers(), response.deleted(), response.refusals());
      boolean empty = response.papers().isEmpty() && response.deleted().isEmpty();
      if (!empty && records.equals(before)) {
        throw new IOException(
            "arXiv gave the same page twice in a row; the list is asked for again from there");
      }
      if (empty && response.refusals().size() >= ALL_BAD) {
        throw new IOException(
            "none of %d records could be read; the first one: %s"
                .formatted(response.refusals().size(), response.refusals().getFirst().reason()));
      }
    }

    private Page page(OaiResponse response) throws IOException {
      LocalDate today = today(real);
      LocalDate serverDay = response.responseDate() == null ? today : response.responseDate();
      if (response.resumptionToken() == null) {
        // Of two clocks the one behind: a day read twice costs a request, one left out is lost.
        LocalDate until = earlier(position.list().until(), earlier(serverDay, today));
        position = position.done(until, real.instant());
      } else {
        if (!tokensSeen.add(response.resumptionToken())) {
          throw new IOException(
              "arXiv gave the same resumption token twice, so the list would have no end; it is"
                  + " asked for again from there");
        }
        position = position.goingOn(response.resumptionToken(), serverDay);
      }
      return new Page(
          response.papers(), response.deleted(), response.refusals(), position.written());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
      return one != null && one.isBefore(other) ? one : other;
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
