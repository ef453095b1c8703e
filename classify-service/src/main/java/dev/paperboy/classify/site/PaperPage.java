package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.paper.PaperCode;
import dev.paperboy.classify.past.PaperPast;
import dev.paperboy.classify.search.Neighbourhood;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.RelatedVersion;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.classify.typeset.Typeset;
import dev.paperboy.events.AnnouncementDays;
import dev.paperboy.events.TrendScore;
import dev.paperboy.latex.ReadableMath;
import dev.paperboy.pagekit.paper.UrlPath;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * All about one paper; templates escape it.
 *
 * @param paper as lists show it
 * @param title with formulas set
 * @param abstractPieces with formulas set
 * @param description for the preview of a link
 * @param authors with their pages
 * @param categories with their lists
 * @param tags topics with the evidence for them
 * @param suggested categories that the paper was not given, with the evidence for them
 * @param phrases that it is about, each with a search for it
 * @param trend null where nothing speaks for one
 * @param sparkline the trend by day; null where there is nothing to draw
 * @param talks what places say of it
 * @param links out of the site
 * @param past what was announced of it when; one line at most where it never changed
 * @param versions what may be the same paper, nearest first
 * @param similar nearest in meaning first
 * @param meta what reference managers read: name and content
 */
public record PaperPage(
    PaperView paper,
    List<Typeset.Piece> title,
    List<Typeset.Piece> abstractPieces,
    String description,
    String comments,
    String history,
    List<Named> authors,
    List<Named> categories,
    List<TagLine> tags,
    List<Suggested> suggested,
    List<Named> phrases,
    TrendLines trend,
    Sparkline sparkline,
    List<Talk> talks,
    List<Named> links,
    List<Named> citations,
    List<VersionNote> past,
    List<VersionLine> versions,
    List<SimilarLine> similar,
    List<Meta> meta,
    String subscribeHref) {
  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
  private static final long SUREST = 99;
  private static final int LONGEST_DESCRIPTION = 300;
  private static final int LONGEST_INTEREST = 200;

  /** Something with an address. */
  public record Named(String name, String href) {}

  /** A tag of the page's head. */
  public record Meta(String name, String content) {}

  /**
   * A topic of the paper.
   *
   * @param percent confidence, 0 to 100
   * @param evidence in words
   */
  public record TagLine(Named topic, long percent, String evidence) {}

  /**
   * A category suggested by the program, not given by the archive.
   *
   * @param confidence of two places
   * @param evidence in words
   */
  public record Suggested(Named category, String confidence, String evidence) {}

  /**
   * A paper near in meaning.
   *
   * @param percent the cosine, 0 to 100
   */
  public record SimilarLine(PaperView paper, long percent) {}

  /**
   * A paper that may be another version of this one.
   *
   * @param why in words
   */
  public record VersionLine(PaperView paper, String why) {
    static VersionLine of(RelatedVersion version) {
      return new VersionLine(
          PaperView.of(version.paper(), 1),
          String.format(
              Locale.ROOT,
              "%.0f%% alike, %.0f%% in the same words",
              100 * version.cosine(),
              100 * version.shared()));
    }
  }

  /**
   * How the trend comes about.
   *
   * @param parts the largest first
   * @param sum without decay
   * @param age in words
   */
  public record TrendLines(String score, List<TrendBadge.Part> parts, String sum, String age) {}

  static PaperPage of(
      PaperCard card,
      List<String> phrases,
      Neighbourhood around,
      PaperPast past,
      SortedMap<LocalDate, Double> trendByDay,
      LocalDate today,
      String publicUrl) {
    String address = PaperAddress.of(card.id());
    return new PaperPage(
        PaperView.of(card, 1),
        Typeset.of(card.title()),
        Typeset.of(card.abstractText()),
        Excerpt.words(ReadableMath.of(card.abstractText()), LONGEST_DESCRIPTION),
        ReadableMath.of(card.comments()),
        history(card),
        card.authors().stream().map(ReadableMath::of).map(PaperPage::author).toList(),
        card.categories().stream().map(PaperPage::category).toList(),
        card.tags().stream().map(PaperPage::tag).toList(),
        card.suggested().stream().map(PaperPage::suggested).toList(),
        phrases.stream().map(PaperPage::phrase).toList(),
        trend(card, today),
        card.withdrawn() ? null : Sparkline.of(trendByDay),
        Talk.of(past.discussions()),
        links(card, past),
        citations(card),
        VersionNote.of(card.announced(), past.changes()),
        around.versions().stream().map(VersionLine::of).toList(),
        around.similar().stream()
            .map(
                one ->
                    new SimilarLine(
                        PaperView.of(one.paper(), 1),
                        Math.round(100 * Math.max(0, one.likeness()))))
            .toList(),
        meta(card, publicUrl + address),
        Link.to("/subscribe").with("q", "~\"" + interest(card) + "\"").toString());
  }

  static Named author(String name) {
    return new Named(name, AuthorPage.address(name));
  }

  private static Named category(String category) {
    return new Named(
        category, Link.to("/search").with("q", "cat:" + category.replace(' ', '-')).toString());
  }

  private static TagLine tag(Tag tag) {
    return new TagLine(
        new Named(tag.name(), "/topics/" + tag.topic()),
        // Nothing learned is certain.
        Math.min(SUREST, Math.round(100 * tag.confidence())),
        Evidence.inWords(tag.evidence()));
  }

  private static Named phrase(String phrase) {
    return new Named(phrase, Link.to("/search").with("q", "\"" + phrase + "\"").toString());
  }

  private static Suggested suggested(CategoryTag tag) {
    return new Suggested(
        category(tag.category()),
        String.format(Locale.ROOT, "%.2f", tag.confidence()),
        tag.evidence());
  }

  private static String history(PaperCard card) {
    String announced = "Announced " + ReadableDate.brief(card.announced());
    boolean changed = card.updated() != null && card.updated().isAfter(card.announced());
    String version = card.version() == null ? "" : ", version " + card.version();
    return announced + (changed ? ", changed " + ReadableDate.brief(card.updated()) : "") + version;
  }

  private static TrendLines trend(PaperCard card, LocalDate today) {
    TrendBadge badge = card.withdrawn() ? null : TrendBadge.whole(card);
    if (badge == null) {
      return null;
    }
    int days = AnnouncementDays.between(card.announced(), today);
    return new TrendLines(
        badge.score(),
        badge.parts(),
        String.format(
            Locale.ROOT,
            "%.2f",
            card.trendParts().values().stream().mapToDouble(Double::doubleValue).sum()),
        days == 0
            ? "It is new, so that is its score today."
            : String.format(
                Locale.UK,
                "Halved every %.0f announcement days, of which %d %s passed, that is %s today.",
                TrendScore.HALF_LIFE_DAYS,
                days,
                days == 1 ? "has" : "have",
                badge.score()));
  }

  private static List<Named> links(PaperCard card, PaperPast past) {
    List<Named> links = new ArrayList<>();
    if (card.abstractUrl() != null) {
      links.add(new Named("Abstract at " + card.archiveName(), card.abstractUrl()));
      if (!card.pdfUrl().equals(card.abstractUrl())) {
        links.add(new Named("PDF", card.pdfUrl()));
      }
      PaperCode.of(card, past.discussions()).ifPresent(code -> links.add(new Named("Code", code)));
    }
    String doi = card.publishedDoi();
    if (doi != null) {
      links.add(new Named("Published as " + doi, "https://doi.org/" + UrlPath.encode(doi)));
    }
    return links;
  }

  private static List<Named> citations(PaperCard card) {
    return List.of(
        new Named("BibTeX", PaperAddress.of(card.id(), PaperAddress.Form.BIBTEX)),
        new Named("RIS", PaperAddress.of(card.id(), PaperAddress.Form.RIS)),
        new Named("CSL-JSON", PaperAddress.of(card.id(), PaperAddress.Form.CSL)),
        new Named("Markdown", PaperAddress.of(card.id(), PaperAddress.Form.MARKDOWN)));
  }

  /** Highwire Press tags, https://scholar.google.com/intl/en/scholar/inclusion.html#indexing. */
  private static List<Meta> meta(PaperCard card, String canonical) {
    List<Meta> meta = new ArrayList<>();
    meta.add(new Meta("citation_title", ReadableMath.of(card.title())));
    card.authors().forEach(a -> meta.add(new Meta("citation_author", ReadableMath.of(a))));
    meta.add(new Meta("citation_publication_date", SLASHED.format(card.announced())));
    meta.add(new Meta("citation_online_date", SLASHED.format(card.announced())));
    meta.add(new Meta("citation_publisher", card.archiveName()));
    if (card.id().archive().equals("arxiv")) {
      meta.add(new Meta("citation_arxiv_id", card.id().local()));
    }
    if (card.publishedDoi() != null) {
      meta.add(new Meta("citation_doi", card.publishedDoi()));
    } else if (card.id().local().startsWith("10.")) {
      meta.add(new Meta("citation_doi", card.id().local()));
    }
    if (card.pdfUrl() != null) {
      meta.add(new Meta("citation_pdf_url", card.pdfUrl()));
    }
    meta.add(new Meta("citation_abstract_html_url", canonical));
    if (!card.tags().isEmpty()) {
      meta.add(
          new Meta(
              "citation_keywords",
              card.tags().stream().map(Tag::name).collect(Collectors.joining("; "))));
    }
    return meta;
  }

  /** What a mail about papers like this one asks for: its title, as a meaning. */
  private static String interest(PaperCard card) {
    String title = ReadableMath.of(card.title()).replaceAll("[\"“”„]", "");
    return Excerpt.words(title, LONGEST_INTEREST).replace("…", "");
  }
}
