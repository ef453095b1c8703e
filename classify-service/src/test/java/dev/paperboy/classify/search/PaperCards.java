package dev.paperboy.classify.search;

import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Made-up papers for tests. */
public final class PaperCards {
  private PaperCards() {}

  /** A plain arXiv paper of 12 May 2026. */
  public static PaperCard plain() {
    return of(
        "arxiv:2605.01234", "On $\\mathcal{O}(n^2)$", List.of("Ada Specimen"), "An abstract.");
  }

  /** A paper of 12 May 2026 in cs.IR. */
  public static PaperCard of(String id, String title, List<String> authors, String abstractText) {
    return new PaperCard(
        PaperId.parse(id),
        PaperId.parse(id).archive(),
        1,
        title,
        authors,
        abstractText,
        null,
        null,
        LocalDate.of(2026, 5, 12),
        LocalDate.of(2026, 5, 12),
        List.of("cs.IR", "cs.CL"),
        "cs",
        List.of(),
        List.of(),
        Map.of(),
        0,
        false,
        false);
  }

  /** The same paper with other tags and trend. */
  public static PaperCard with(
      PaperCard card,
      List<Tag> tags,
      Map<String, Double> parts,
      double trend,
      boolean withdrawn,
      boolean specimen) {
    return new PaperCard(
        card.id(),
        card.source(),
        card.version(),
        card.title(),
        card.authors(),
        card.abstractText(),
        card.comments(),
        card.doi(),
        card.announced(),
        card.updated(),
        card.categories(),
        card.field(),
        tags,
        card.suggested(),
        parts,
        trend,
        withdrawn,
        specimen);
  }

  /** The same paper with suggested categories. */
  public static PaperCard suggesting(PaperCard card, List<CategoryTag> suggested) {
    return new PaperCard(
        card.id(),
        card.source(),
        card.version(),
        card.title(),
        card.authors(),
        card.abstractText(),
        card.comments(),
        card.doi(),
        card.announced(),
        card.updated(),
        card.categories(),
        card.field(),
        card.tags(),
        suggested,
        card.trendParts(),
        card.trend(),
        card.withdrawn(),
        card.specimen());
  }
}
