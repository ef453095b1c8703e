package dev.paperboy.query;

import java.time.LocalDate;
import java.util.List;

/**
 * What queries can ask about a paper.
 *
 * @param id {@code arxiv:2405.14906}
 * @param title plain text, may contain TeX
 * @param abstractText plain text, may contain TeX; empty where the source has none
 * @param authors in order, {@code Ada Lovelace} or {@code Lovelace, Ada}
 * @param categories as the source gives them, {@code cs.LG}
 * @param topics ids of topics, and their names, so that {@code topic:} finds either
 * @param source {@code arxiv}
 * @param announced the announcement date
 * @param trendParts the sum of the trend's parts, free of decay; see {@link
 *     dev.paperboy.events.TrendScore}
 */
public record PaperText(
    String id,
    String title,
    String abstractText,
    List<String> authors,
    List<String> categories,
    List<String> topics,
    String source,
    LocalDate announced,
    double trendParts) {
  public PaperText {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    topics = List.copyOf(topics);
  }
}
