package dev.paperboy.bench.search;

import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.QueryShape;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.PlainQuery;
import dev.paperboy.query.QuerySyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Something asked.
 *
 * @param depth of the list that answers it
 * @param score how good a list of ids is as its answer, 0 to 1
 */
record Question(String text, int depth, ToDoubleFunction<List<String>> score) {
  /** As far as a topic page is read. */
  static final int TOPIC_DEPTH = 241;

  private static final int DEPTH = 50;

  /** Which paper is it? By reciprocal rank. */
  static Question finding(String text, DataPaper sought) {
    return new Question(text, DEPTH, ranked -> RankScores.reciprocalRank(ranked, sought.id()));
  }

  /**
   * Which papers are about it? By discounted gain.
   *
   * @param judged which other papers count as wrong; the rest is passed over, such as papers of
   *     other topics, of which nobody said whether they are about this one too
   */
  static Question topic(String text, Set<String> relevant, Predicate<String> judged) {
    return new Question(
        text,
        PaperSearch.DEEPEST,
        ranked ->
            RankScores.ndcg(
                ranked.stream().filter(id -> relevant.contains(id) || judged.test(id)).toList(),
                relevant,
                TOPIC_DEPTH));
  }

  /** How good the search's answer is. */
  double answeredBy(PaperSearch search) {
    return score.applyAsDouble(
        search.search(query(), ListOrder.RELEVANCE, 0, depth).papers().stream()
            .map(card -> card.id().local())
            .toList());
  }

  /** As the search page reads it. */
  PaperQuery query() {
    return query(text);
  }

  static PaperQuery query(String text) {
    try {
      return PaperQuery.parse(text);
    } catch (QuerySyntaxException e) {
      return PaperQuery.words(text);
    }
  }

  /** Empty where it is searched by words alone. */
  Optional<QueryShape> shape() {
    return query().plain().map(PlainQuery::words).map(QueryShape::of);
  }
}
