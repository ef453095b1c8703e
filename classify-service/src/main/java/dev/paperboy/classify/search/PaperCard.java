package dev.paperboy.classify.search;

import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.events.PaperId;
import dev.paperboy.pagekit.paper.Paper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A paper as pages, feeds and the API show it.
 *
 * @param id the paper, over all versions
 * @param source where it was announced
 * @param version the latest version; null where the source counts none
 * @param title as announced, may hold LaTeX
 * @param authors in the paper's order
 * @param abstractText as announced, may hold LaTeX
 * @param comments what its authors say about it, such as pages and venue; null for nothing
 * @param doi of the published form; null for none
 * @param announced announcement date of the first version
 * @param updated announcement date of the latest change
 * @param categories the archive's categories, primary first; may be empty
 * @param field the archive part of the primary category, such as cs or hep-th
 * @param tags topics, best first
 * @param suggested categories that it was not given but may belong to, likeliest first
 * @param trendParts decay-free, non-negative contributions by name
 * @param trend the score of the parts at the business date
 * @param withdrawn whether its authors took it back
 * @param specimen whether it is made up for an offline first run
 */
public record PaperCard(
    PaperId id,
    String source,
    Integer version,
    String title,
    List<String> authors,
    String abstractText,
    String comments,
    String doi,
    LocalDate announced,
    LocalDate updated,
    List<String> categories,
    String field,
    List<Tag> tags,
    List<CategoryTag> suggested,
    Map<String, Double> trendParts,
    double trend,
    boolean withdrawn,
    boolean specimen)
    implements Paper {

  @Override
  public List<String> topicNames() {
    return tags.stream().map(Tag::name).toList();
  }
}
