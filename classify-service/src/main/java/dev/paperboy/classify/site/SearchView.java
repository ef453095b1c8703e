package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import java.util.List;

/**
 * The search page.
 *
 * @param date the business date in words
 * @param query as typed; empty before the first search
 * @param problem why it cannot be read, in which case the papers are those of its plain words; null
 * @param total how many papers match
 */
public record SearchView(
    String date,
    String query,
    QueryProblem problem,
    long total,
    List<PaperView> papers,
    Pages pages,
    FeedLinks feeds) {

  /** Whether something was asked. */
  public boolean asked() {
    return !query.isEmpty();
  }

  /** For the tab. */
  public String title() {
    return asked() ? query : "Search";
  }

  /** «1 paper» or «1,412 papers». */
  public String count() {
    return Numbers.papers(total);
  }

  /** The form that makes this search a daily mail. */
  public String subscribeHref() {
    return Link.to("/subscribe").with("q", query).toString();
  }

  public List<QueryExample> examples() {
    return QueryExample.ALL;
  }
}
