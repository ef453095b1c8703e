package dev.paperboy.pagekit.feed;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.pagekit.paper.Paper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

    /**
     * A paper's entry.
     *
     * @param site the site's address
     * @param updated when its latest change was announced
     */
    public static Entry of(Paper paper, String site, LocalDate updated) {
      return new Entry(
          site + paper.path(),
          paper.abstractUrl(),
          (paper.withdrawn() ? "Withdrawn: " : "")
              + (paper.specimen() ? "Specimen: " : "")
              + readable(paper.title()),
          paper.authors().stream().map(Feed::readable).toList(),
          paper.announced(),
          updated,
          readable(paper.abstractText()),
          paper.topicNames());
    }

    /** The same with these names of topics. */
    public Entry withTopics(List<String> names) {
      return new Entry(url, archive, title, authors, published, updated, text, names);
    }

    /** The same with a line before the abstract. */
    public Entry withLead(String line) {
      return new Entry(
          url,
          archive,
          title,
          authors,
          published,
          updated,
          XmlText.legal(line) + "\n\n" + text,
          topics);
    }
  }

  /**
   * A feed.
   *
   * @param self path of the feed
   * @param page path of the list's page
   * @param today when it was updated, where there are no entries
   */
  public static Feed of(
      String title,
      String description,
      String site,
      String self,
      String page,
      List<Entry> entries,
      LocalDate today) {
    return new Feed(
        XmlText.legal(title) + " · Paperboy",
        XmlText.legal(description),
        site + self,
        site + page,
        entries.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(today),
        entries);
  }

  @CheckedTemplate(basePath = "feed")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance atom(Feed feed);

    static native TemplateInstance rss(Feed feed);
  }

  /** As Atom. */
  public String atom() {
    return Templates.atom(this).render();
  }

  /** As RSS. */
  public String rss() {
    return Templates.rss(this).render();
  }

  public String updatedAt() {
    return instant(updated);
  }

  /** As RFC 822 has dates. */
  public String updatedInRss() {
    return rss(updated);
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
