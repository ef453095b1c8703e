package dev.paperboy.notify.digest;

import dev.paperboy.events.PaperId;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Made-up papers. */
final class Specimens {
  static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  static final Map<String, String> TOPICS =
      Map.of("retrieval", "Information retrieval", "robots", "Robot learning");

  /** What made the vectors of {@link #at}. */
  static final String ENCODER = "made-up/2";

  private Specimens() {}

  static TrendingPaper paper(int number, String title, String text, String... categories) {
    return paper(number, title, text, List.of(categories), List.of(), Map.of());
  }

  static TrendingPaper tagged(int number, ShelvedPaper.Tag... tags) {
    return paper(number, "Paper " + number, "Text.", List.of("cs.IR"), List.of(tags), Map.of());
  }

  static TrendingPaper paper(
      int number,
      String title,
      String text,
      List<String> categories,
      List<ShelvedPaper.Tag> tags,
      Map<String, Double> trend) {
    return new TrendingPaper(
        new ShelvedPaper(
            PaperId.arxiv("2605.%05d".formatted(number)),
            1,
            "arxiv",
            1,
            title,
            text,
            null,
            List.of("Specimen Author 1", "Specimen Author 2"),
            categories,
            DAY,
            false,
            false,
            tags,
            null),
        trend);
  }

  /** The same paper by other authors. */
  static TrendingPaper by(TrendingPaper trending, String... authors) {
    return varied(trending, List.of(authors), null);
  }

  /** The same paper on another day. */
  static TrendingPaper on(TrendingPaper trending, LocalDate day) {
    ShelvedPaper paper = trending.paper();
    return new TrendingPaper(
        new ShelvedPaper(
            paper.id(),
            paper.seq(),
            paper.source(),
            paper.version(),
            paper.title(),
            paper.abstractText(),
            paper.comments(),
            paper.authors(),
            paper.categories(),
            day,
            false,
            false,
            paper.tags(),
            paper.vector()),
        trending.trendParts());
  }

  /** The same paper with a vector. */
  static TrendingPaper at(TrendingPaper trending, int... vector) {
    byte[] int8 = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      int8[i] = (byte) vector[i];
    }
    return varied(trending, trending.paper().authors(), new ShelvedPaper.Vector(ENCODER, int8));
  }

  private static TrendingPaper varied(
      TrendingPaper trending, List<String> authors, ShelvedPaper.Vector vector) {
    ShelvedPaper paper = trending.paper();
    return new TrendingPaper(
        new ShelvedPaper(
            paper.id(),
            paper.seq(),
            paper.source(),
            paper.version(),
            paper.title(),
            paper.abstractText(),
            paper.comments(),
            authors,
            paper.categories(),
            paper.announced(),
            false,
            false,
            paper.tags(),
            vector),
        trending.trendParts());
  }

  static TrendingPaper withdrawn(TrendingPaper trending) {
    ShelvedPaper paper = trending.paper();
    return new TrendingPaper(
        new ShelvedPaper(
            paper.id(),
            2,
            paper.source(),
            2,
            paper.title(),
            paper.abstractText(),
            paper.comments(),
            paper.authors(),
            paper.categories(),
            paper.announced(),
            true,
            false,
            paper.tags(),
            null),
        trending.trendParts());
  }

  /** A paper that is marked as one. */
  static TrendingPaper madeUp(int number) {
    return new TrendingPaper(
        new ShelvedPaper(
            PaperId.parse("specimen:%03d".formatted(number)),
            1,
            "specimen",
            1,
            "Specimen " + number,
            "Text.",
            null,
            List.of("Specimen Author 1"),
            List.of("cs.IR"),
            DAY,
            false,
            true,
            List.of(),
            null),
        Map.of());
  }

  /** A day of so many new papers, of which these match and {@code most} are shown in full. */
  static Edition edition(int papers, int matched, List<Match> matches, int most, String note) {
    int full = Math.min(most, matches.size());
    return new Edition(
        DAY,
        papers,
        matched,
        matches.subList(0, full),
        List.of(),
        List.of(),
        matches.subList(full, Math.min(full + Edition.ALSO, matches.size())),
        note,
        List.of());
  }

  /** A window with nothing to compare its papers with. */
  static WindowIndex window(TrendingPaper... papers) {
    return new WindowIndex(new WindowPapers(List.of(papers), TOPICS, DAY), Map.of());
  }
}
