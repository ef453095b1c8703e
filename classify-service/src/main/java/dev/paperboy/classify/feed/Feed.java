package dev.paperboy.classify.feed;

import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.classify.site.PaperAddress;
import dev.paperboy.latex.ReadableMath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * A list of papers to follow, as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 tell it. Everything is
 * text, legal in XML, to be escaped by what writes it.
 *
 * @param self address of the feed, with host
 * @param page address of the list's page, with host
 * @param updated when the latest change of a paper was announced
 */
public record Feed(
    String title,
    String description,
    String self,
    String page,
    LocalDate updated,
    List<Entry> entries) {

  /**
   * A paper.
   *
   * @param url its page here, also its id: the same paper is the same entry in all feeds
   * @param archive where the archive shows it; null for none
   * @param text the abstract
   */
  public record Entry(
      String url,
      String archive,
      String title,
      List<String> authors,
      LocalDate published,
      LocalDate updated,
      String text,
      List<String> topics) {

    /** The abstract for those who take it for HTML. */
    public String textAsHtml() {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public String publishedAt() {
      return instant(published);
    }

    public String updatedAt() {
      return instant(updated);
    }

    /** As RFC 822 has dates. */
    public String publishedInRss() {
      return rss(published);
    }

    static Entry of(PaperCard card, String publicUrl) {
      return new Entry(
          publicUrl + PaperAddress.of(card.id()),
          card.abstractUrl(),
          (card.withdrawn() ? "Withdrawn: " : "")
              + (card.specimen() ? "Specimen: " : "")
              + readable(card.title()),
          card.authors().stream().map(Feed::readable).toList(),
          card.announced(),
          changed(card),
          readable(card.abstractText()),
          card.tags().stream().map(Tag::name).toList());
    }
  }

  static Feed of(
      String title,
      String description,
      String publicUrl,
      String self,
      String page,
      List<PaperCard> papers,
      LocalDate today) {
    return new Feed(
        XmlText.legal(title) + " · Paperboy",
        XmlText.legal(description),
        publicUrl + self,
        publicUrl + page,
        papers.stream().map(Feed::changed).max(Comparator.naturalOrder()).orElse(today),
        papers.stream().map(card -> Entry.of(card, publicUrl)).toList());
  }

  public String updatedAt() {
    return instant(updated);
  }

  /** As RFC 822 has dates. */
  public String updatedInRss() {
    return rss(updated);
  }

  private static LocalDate changed(PaperCard card) {
    return card.updated() == null || card.updated().isBefore(card.announced())
        ? card.announced()
        : card.updated();
  }

  private static String readable(String announced) {
    return XmlText.legal(ReadableMath.of(announced));
  }

  private static String instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
  }

  private static String rss(LocalDate day) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(day.atStartOfDay(ZoneOffset.UTC));
  }
}
