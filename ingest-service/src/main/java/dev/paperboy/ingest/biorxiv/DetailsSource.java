package dev.paperboy.ingest.biorxiv;

import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** bioRxiv or medRxiv by their details API: what was posted since, by days, page by page. */
public final class DetailsSource implements PaperSource {
  private final String archive;
  private final PoliteClient http;
  private final DetailsSettings settings;
  private final Clock business;
  private final Clock real;

  /**
   * @param archive biorxiv or medrxiv
   * @param business the business clock: which days are of interest
   * @param real the real clock: when to ask again
   */
  public DetailsSource(
      String archive, PoliteClient http, DetailsSettings settings, Clock business, Clock real) {
    this.archive = archive;
    this.http = http;
    this.settings = settings;
    this.business = business;
    this.real = real;
  }

  /**
   * What to ask for and how often.
   *
   * @param server what archive, days and cursor are appended to
   * @param backDays how many days back the first list begins
   * @param every time between two lists
   */
  public record DetailsSettings(URI server, int backDays, Duration every) {}

  @Override
  public String feed() {
    return archive;
  }

  @Override
  public Pages open(String written, boolean now) {
    LocalDate today = LocalDate.now(business.withZone(ZoneOffset.UTC));
    LocalDate first = today.minusDays(settings.backDays());
    DetailsCheckpoint at =
        written == null
            ? new DetailsCheckpoint(first, null, 0, first, null)
            : DetailsCheckpoint.parse(written);
    if (at.until() != null) {
      return new ListPages(at);
    }
    boolean due =
        at.readAt() == null || !real.instant().isBefore(at.readAt().plus(settings.every()));
    return new ListPages(due || now ? at.reading(today) : at);
  }

  @Override
  public Reach reach(String written) {
    if (written == null) {
      return new Reach(null, null, null);
    }
    DetailsCheckpoint at = DetailsCheckpoint.parse(written);
    return new Reach(
        at.until() == null ? null : at.from(), at.readAt() == null ? null : at.first(), at.first());
  }

  private final class ListPages implements Pages {
    private DetailsCheckpoint at;

    ListPages(DetailsCheckpoint at) {
      this.at = at;
    }

    @Override
    public Page next() throws IOException {
      if (at.until() == null) {
        return null;
      }
      Details details =
          http.get(
              new PoliteClient.Question(
                  URI.create(
                      "%s/%s/%s/%s/%d/json"
                          .formatted(
                              settings.server(), archive, at.from(), at.until(), at.cursor())),
                  "json"),
              DetailsParser::parse);
      if (details.count() > 0 && details.cursor() != at.cursor()) {
        throw new IOException(
            "%s was asked for records from %d on and gave them from %d on"
                .formatted(settings.server().getHost(), at.cursor(), details.cursor()));
      }
      at = details.next() < 0 ? at.done(real.instant()) : at.at(details.next());
      return new Page(details.papers(), details.refusals(), at.written());
    }

    @Override
    public void close() {}
  }
}
