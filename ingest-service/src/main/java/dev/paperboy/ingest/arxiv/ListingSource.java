package dev.paperboy.ingest.arxiv;

import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.paper.Origin;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * arXiv's listing of the day: a second witness of what was announced, which knows nothing of the
 * days before.
 *
 * <p>A listing ends at 2,000 items, so all of arXiv is asked for in groups of archives.
 */
final class ListingSource implements PaperSource {
  private final PoliteClient http;
  private final ListingSettings settings;
  private final Clock real;

  /**
   * @param real the real clock: when to ask again
   */
  ListingSource(PoliteClient http, ListingSettings settings, Clock real) {
    this.http = http;
    this.settings = settings;
    this.real = real;
  }

  /**
   * What to ask for and how often.
   *
   * @param server what group names are appended to
   * @param groups archives or categories, joined by plus signs; a request each
   * @param every time between two readings
   */
  record ListingSettings(URI server, List<String> groups, Duration every) {}

  @Override
  public String feed() {
    return "arxiv-rss";
  }

  @Override
  public Origin origin() {
    return Origin.LISTING;
  }

  @Override
  public Listed listed(String checkpoint) {
    ListingCheckpoint at = ListingCheckpoint.parse(checkpoint);
    return at == null ? null : new Listed(at.day(), at.announced(), at.cut());
  }

  @Override
  public Pages open(String checkpoint, boolean now) {
    ListingCheckpoint at = ListingCheckpoint.parse(checkpoint);
    boolean due = at == null || !real.instant().isBefore(at.readAt().plus(settings.every()));
    return new GroupPages(checkpoint, due || now ? settings.groups() : List.of());
  }

  private final class GroupPages implements Pages {
    private final String before;
    private final Iterator<String> groups;
    private final Map<String, Integer> announced = new TreeMap<>();
    private final List<String> cut = new ArrayList<>();
    private LocalDate day;

    GroupPages(String before, List<String> groups) {
      this.before = before;
      this.groups = groups.iterator();
    }

    @Override
    public Page next() throws IOException {
      if (!groups.hasNext()) {
        return null;
      }
      String group = groups.next();
      Listing listing =
          http.get(
              new PoliteClient.Question(URI.create(settings.server() + group), "xml"),
              ListingParser::parse);
      count(listing);
      if (listing.isFull()) {
        cut.add(group);
      }
      // Between groups the checkpoint stays: a listing is read whole or again.
      String checkpoint =
          groups.hasNext()
              ? before
              : new ListingCheckpoint(now(), day, announced, List.copyOf(cut)).written();
      return new Page(listing.papers(), listing.refusals(), checkpoint);
    }

    private void count(Listing listing) {
      if (listing.day() != null && (day == null || listing.day().isAfter(day))) {
        day = listing.day();
      }
      for (Listing.Item item : listing.items()) {
        if (item.type() == AnnounceType.NEW && !item.paper().categories().isEmpty()) {
          announced.merge(item.paper().categories().getFirst(), 1, Integer::sum);
        }
      }
    }

    private Instant now() {
      return real.instant();
    }

    @Override
    public void close() {}
  }
}
