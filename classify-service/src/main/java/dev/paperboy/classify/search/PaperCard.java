package dev.paperboy.classify.search;

import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A paper as lists show it.
 *
 * @param id the paper, over all versions
 * @param title as announced, may hold LaTeX
 * @param authors in the paper's order
 * @param abstractText as announced, may hold LaTeX
 * @param announced announcement date of the first version
 * @param categories the archive's categories, primary first; may be empty
 * @param field the archive part of the primary category, such as cs or hep-th
 * @param tags topics, best first
 * @param trendParts decay-free, non-negative contributions by name
 * @param trend the score of the parts at the business date
 * @param withdrawn whether its authors took it back
 * @param specimen whether it is made up for an offline first run
 */
public record PaperCard(
    PaperId id,
    String title,
    List<String> authors,
    String abstractText,
    LocalDate announced,
    List<String> categories,
    String field,
    List<Tag> tags,
    Map<String, Double> trendParts,
    double trend,
    boolean withdrawn,
    boolean specimen) {

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
