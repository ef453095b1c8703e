package dev.paperboy.notify.shelf;

import dev.paperboy.events.PaperId;
import dev.paperboy.events.TrendScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A classified paper of the last weeks.
 *
 * @param seq version of the paper
 * @param kind what its last announcement changed: new, replaced, cross, metadata, withdrawn
 * @param categories primary first; may be empty
 * @param announced announcement date of the first version
 * @param trendParts decay-free contributions by name; empty until the trend arrives
 */
public record ShelfPaper(
    PaperId id,
    long seq,
    String kind,
    String title,
    String abstractText,
    List<String> authors,
    List<String> categories,
    String source,
    LocalDate announced,
    boolean withdrawn,
    boolean specimen,
    String field,
    List<ShelfTag> tags,
    Map<String, Double> trendParts) {

  /** The published score of its trend on a business date. */
  public double trend(LocalDate day) {
    return TrendScore.at(trendParts, announced, day);
  }

  /** Where the archive shows the abstract. */
  public String abstractUrl() {
    return switch (id.archive()) {
      case "arxiv" -> "https://arxiv.org/abs/" + id.local();
      case "biorxiv", "medrxiv" -> "https://www." + id.archive() + ".org/content/" + id.local();
      default -> "https://doi.org/" + id.local();
    };
  }

  /** Where the archive keeps the full text as PDF. */
  public String pdfUrl() {
    return switch (id.archive()) {
      case "arxiv" -> "https://arxiv.org/pdf/" + id.local();
      case "biorxiv", "medrxiv" -> abstractUrl() + ".full.pdf";
      default -> abstractUrl();
    };
  }
}
