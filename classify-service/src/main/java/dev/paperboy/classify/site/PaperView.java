package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.latex.ReadableMath;
import dev.paperboy.query.PaperQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A paper as the list shows it, in words; templates escape them.
 *
 * @param rank place in the whole list, from 1
 * @param title without LaTeX
 * @param href its page here
 * @param archive where the archive shows it; null for a specimen, which no archive knows
 * @param pdf its full text; null for a specimen
 * @param authors the first few, and how many more
 * @param date announcement, ISO
 * @param dateInWords announcement, to read
 * @param categories primary first
 * @param excerpt beginning of the abstract, or what of it was searched
 * @param wholeAbstract null where the excerpt is all of it
 * @param topics best first
 * @param trend null where there is nothing to show
 */
public record PaperView(
    int rank,
    String title,
    String href,
    String archive,
    String pdf,
    String authors,
    String date,
    String dateInWords,
    String categories,
    List<Piece> excerpt,
    String wholeAbstract,
    List<Chip> topics,
    TrendBadge trend,
    boolean withdrawn,
    boolean specimen) {
  private static final int MOST_AUTHORS = 5;
  private static final int MOST_TOPICS = 5;

  /** Papers of one page, numbered on from those before. */
  static List<PaperView> numbered(List<PaperCard> cards, int before) {
    List<PaperView> views = new ArrayList<>(cards.size());
    for (PaperCard card : cards) {
      views.add(of(card, before + views.size() + 1));
    }
    return views;
  }

  /** The same for papers that a query found. */
  static List<PaperView> found(List<PaperCard> cards, int before, PaperQuery query) {
    List<PaperView> views = new ArrayList<>(cards.size());
    for (PaperCard card : cards) {
      views.add(of(card, before + views.size() + 1, text -> Passages.of(text, query)));
    }
    return views;
  }

  static PaperView of(PaperCard card, int rank) {
    return of(card, rank, text -> List.of(new Piece(Excerpt.of(text), false)));
  }

  private static PaperView of(PaperCard card, int rank, Function<String, List<Piece>> excerptOf) {
    String whole = ReadableMath.of(card.abstractText());
    List<Piece> excerpt = excerptOf.apply(whole);
    return new PaperView(
        rank,
        ReadableMath.of(card.title()),
        PaperAddress.of(card.id()),
        card.abstractUrl(),
        card.pdfUrl(),
        names(card.authors()),
        card.announced().toString(),
        ReadableDate.brief(card.announced()),
        String.join(", ", card.categories()),
        excerpt,
        excerpt.stream().mapToInt(piece -> piece.text().length()).sum() < whole.length()
            ? whole
            : null,
        card.tags().stream().limit(MOST_TOPICS).map(PaperView::chip).toList(),
        card.withdrawn() ? null : TrendBadge.of(card),
        card.withdrawn(),
        card.specimen());
  }

  /** What a source is called; its own name where we know no better. */
  static String sourceName(String source) {
    return switch (source) {
      case "arxiv" -> "arXiv";
      case "biorxiv" -> "bioRxiv";
      case "medrxiv" -> "medRxiv";
      default -> source;
    };
  }

  private static String names(List<String> authors) {
    String shown =
        authors.stream()
            .limit(MOST_AUTHORS)
            .map(ReadableMath::of)
            .collect(Collectors.joining(", "));
    int more = authors.size() - MOST_AUTHORS;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  static Chip chip(Tag tag) {
    return new Chip(
        tag.topic(),
        tag.name(),
        "/topics/" + tag.topic(),
        String.format(Locale.ROOT, "%.0f%% sure: %s", 100 * tag.confidence(), tag.evidence()));
  }
}
