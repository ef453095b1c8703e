package dev.paperboy.ingest.paper;

import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;

/** Papers for tests. */
public final class Papers {
  private static final LocalDate DAY = LocalDate.parse("2026-05-12");

  private Papers() {}

  /** A paper with that arXiv id. */
  public static Paper paper(String arxivId) {
    return by(arxivId, "Specimen Author 1");
  }

  /** One by these authors. */
  public static Paper by(String arxivId, String... authors) {
    return new Paper(
        PaperId.arxiv(arxivId),
        "arxiv",
        1,
        "A title",
        "An abstract.",
        List.of(authors),
        List.of("cs.CL"),
        null,
        null,
        null,
        null,
        null,
        false,
        DAY,
        false);
  }

  public static Paper with(Paper p, Integer version, String abstractText, List<String> categories) {
    return new Paper(
        p.id(),
        p.source(),
        version,
        p.title(),
        abstractText,
        p.authors(),
        categories,
        p.comments(),
        p.journalRef(),
        p.doi(),
        p.license(),
        p.submitted(),
        p.revised(),
        p.updated(),
        p.withdrawn());
  }

  public static Paper at(Paper p, LocalDate updated) {
    return new Paper(
        p.id(),
        p.source(),
        p.version(),
        p.title(),
        p.abstractText(),
        p.authors(),
        p.categories(),
        p.comments(),
        p.journalRef(),
        p.doi(),
        p.license(),
        p.submitted(),
        p.revised(),
        updated,
        p.withdrawn());
  }

  public static Paper commented(Paper p, String comments, boolean withdrawn) {
    return new Paper(
        p.id(),
        p.source(),
        p.version(),
        p.title(),
        p.abstractText(),
        p.authors(),
        p.categories(),
        comments,
        p.journalRef(),
        p.doi(),
        p.license(),
        p.submitted(),
        p.revised(),
        p.updated(),
        withdrawn);
  }

  public static Paper revision(Paper p, Integer version, LocalDate submitted) {
    return new Paper(
        p.id(),
        p.source(),
        version,
        p.title(),
        p.abstractText(),
        p.authors(),
        p.categories(),
        p.comments(),
        p.journalRef(),
        p.doi(),
        p.license(),
        submitted,
        true,
        p.updated(),
        p.withdrawn());
  }
}
