package dev.paperboy.ingest.arxiv;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperText;
import dev.paperboy.ingest.source.Refusal;
import dev.paperboy.ingest.xml.HardenedXml;
import dev.paperboy.ingest.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads arXiv's daily listing, as Atom or as RSS 2.0.
 *
 * @see <a href="https://info.arxiv.org/help/rss.html">arXiv's feeds</a>
 */
final class ListingParser {
  private static final ZoneId EASTERN = ZoneId.of("America/New_York");
  // The text is led by id and type: «arXiv:2605.00001v1 Announce Type: new Abstract: …».
  private static final Pattern PREAMBLE =
      Pattern.compile("^arXiv:\\S+\\s+Announce Type:\\s*\\S+\\s+(?:Abstract:\\s*)?");

  private final List<Listing.Item> items = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private LocalDate day;
  private boolean isFeed;

  private ListingParser() {}

  /**
   * @throws IOException where the document is malformed, cut off, or no feed
   */
  static Listing parse(InputStream document) throws IOException {
    ListingParser parser = new ListingParser();
    HardenedXml.read(document, parser::element);
    if (!parser.isFeed) {
      throw new IOException("the answer is XML, but no Atom or RSS feed");
    }
    return new Listing(parser.day, List.copyOf(parser.items), List.copyOf(parser.refusals));
  }

  private void element(XMLStreamReader xml) throws XMLStreamException, IOException {
    switch (xml.getLocalName()) {
      case "feed", "rss" -> isFeed = true;
      case "entry", "item" -> add(FeedEntry.read(xml));
      // The channel's date; Atom has only the time at which the feed was made, in UTC.
      case "pubDate" -> day = day(() -> FeedEntry.day("pubDate", XmlText.of(xml)));
      case "updated" ->
          day =
              day(
                  () ->
                      OffsetDateTime.parse(XmlText.of(xml).strip())
                          .atZoneSameInstant(EASTERN)
                          .toLocalDate());
      default -> {
        // channel, title and the like
      }
    }
  }

  @FunctionalInterface
  private interface DayReader {
    LocalDate read() throws XMLStreamException;
  }

  private static LocalDate day(DayReader reader) throws XMLStreamException, IOException {
    try {
      return reader.read();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new IOException("the feed's date can't be read: " + e.getMessage(), e);
    }
  }

  private void add(FeedEntry entry) {
    String place = entry.first("id") == null ? entry.first("guid") : entry.first("id");
    try {
      if (place == null) {
        throw new IllegalArgumentException("id is missing");
      }
      AnnounceType type = AnnounceType.of(entry.required("announce_type"));
      items.add(new Listing.Item(paper(place.strip(), type, entry), type));
    } catch (IllegalArgumentException e) {
      refusals.add(new Refusal(place == null ? "item without id" : place.strip(), e.getMessage()));
    }
  }

  /**
   * @param place {@code oai:arXiv.org:2605.00001v1}
   */
  private static Paper paper(String place, AnnounceType type, FeedEntry entry) {
    String id = place.substring(place.lastIndexOf(':') + 1);
    Integer version = FeedEntry.version(id);
    String description =
        entry.first("summary") == null ? entry.required("description") : entry.first("summary");
    String abstractText =
        PaperText.line(PREAMBLE.matcher(PaperText.line(description)).replaceFirst(""));
    String date =
        entry.first("published") == null ? entry.required("pubDate") : entry.first("published");
    return new Paper(
        PaperId.arxiv(id),
        "arxiv",
        version,
        entry.title(),
        abstractText,
        entry.all("creator").stream().flatMap(names -> PaperText.authors(names).stream()).toList(),
        entry.all("category").stream().map(PaperText::line).distinct().toList(),
        null,
        PaperText.lineOrNull(entry.first("journal_reference")),
        PaperText.lineOrNull(entry.first("DOI")),
        PaperText.lineOrNull(entry.first("rights")),
        null,
        type != AnnounceType.NEW,
        FeedEntry.day("published", date),
        PaperText.saysWithdrawn(abstractText, null));
  }
}
