package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.search.ListOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The search page.
 *
 * @param date the business date in words
 * @param query as typed; empty before the first search
 * @param problem why it cannot be read, in which case the papers are those of its plain words; null
 * @param order what comes first
 * @param total how many papers match
 * @param facets ways to narrow the search down
 * @param meant the query with other spellings; null where there is nothing to suggest
 */
public record SearchView(
    String date,
    String query,
    QueryProblem problem,
    ListOrder order,
    long total,
    List<PaperView> papers,
    Pages pages,
    FeedLinks feeds,
    List<Facet> facets,
    String meant) {

  /** The address of a search. */
  static Link address(String query, ListOrder order) {
    return Link.to("/search")
        .with("q", query)
        .with("sort", order == ListOrder.RELEVANCE ? null : order.value());
  }

  /** The orders to choose from. */
  public List<TrendingView.Choice> orders() {
    return Arrays.stream(ListOrder.values())
        .map(
            one ->
                new TrendingView.Choice(
                    one.value(),
                    switch (one) {
                      case RELEVANCE -> "Best match";
                      case TREND -> "Trend";
                      case DATE -> "Newest";
                    },
                    address(query, one).toString(),
                    one == order))
        .toList();
  }

  /** Whether the list was narrowed down by what the page offers. */
  public boolean narrowed() {
    return facets.stream().anyMatch(Facet::chosen);
  }

  /** The search that was perhaps meant. */
  public String meantHref() {
    return address(meant, order).toString();
  }

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
