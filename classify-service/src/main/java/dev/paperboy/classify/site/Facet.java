package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.FieldName;
import dev.paperboy.classify.search.Facets;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One way to narrow a search down.
 *
 * @param name what its values are
 * @param choices most papers first
 */
public record Facet(String name, List<Choice> choices) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH);

  /**
   * A value to choose.
   *
   * @param papers how many have it, such as «1,200», or «40+» where narrowing down finds more
   * @param href the search with it, or without it where it is chosen
   */
  public record Choice(String name, String papers, String href, boolean chosen) {}

  /**
   * All ways that leave a choice: what all papers have is none, unless it was chosen.
   *
   * @param query what was asked, to be added to
   * @param topicName of a topic's id
   */
  static List<Facet> of(
      PaperQuery query, ListOrder order, Facets facets, UnaryOperator<String> topicName) {
    List<Facet> all = new ArrayList<>();
    String more = facets.atLeast() ? "+" : "";
    add(all, query, order, "Topic", facets.topics(), more, topicName, topic -> "topic:" + topic);
    add(
        all,
        query,
        order,
        "Field",
        facets.archives(),
        more,
        FieldName::of,
        field -> "cat:" + FieldName.categories(field));
    add(
        all,
        query,
        order,
        "Source",
        facets.sources(),
        more,
        PaperView::sourceName,
        source -> "source:" + source);
    add(all, query, order, "Month", facets.months(), more, Facet::monthName, Facet::monthClause);
    return all;
  }

  private static void add(
      List<Facet> all,
      PaperQuery query,
      ListOrder order,
      String name,
      List<Facets.Count> counts,
      String more,
      UnaryOperator<String> valueName,
      UnaryOperator<String> clause) {
    List<Choice> choices = new ArrayList<>();
    for (Facets.Count count : counts) {
      PaperQuery condition;
      try {
        condition = PaperQuery.parse(clause.apply(count.value()));
      } catch (QuerySyntaxException e) {
        // A stranger's category that no query can name.
        continue;
      }
      boolean chosen = query.has(condition);
      PaperQuery other = chosen ? query.without(condition) : query.and(condition).orElse(null);
      if (other != null) {
        choices.add(
            new Choice(
                valueName.apply(count.value()),
                String.format(Locale.ROOT, "%,d%s", count.papers(), more),
                SearchView.address(other.canonical(), order).toString(),
                chosen));
      }
    }
    if (choices.size() > 1 || choices.stream().anyMatch(Choice::chosen)) {
      all.add(new Facet(name, choices));
    }
  }

  /** Whether one of its values is chosen. */
  public boolean chosen() {
    return choices.stream().anyMatch(Choice::chosen);
  }

  private static String monthName(String month) {
    return MONTH.format(YearMonth.parse(month));
  }

  private static String monthClause(String month) {
    YearMonth of = YearMonth.parse(month);
    return "since:" + of.atDay(1) + " until:" + of.atEndOfMonth();
  }
}
