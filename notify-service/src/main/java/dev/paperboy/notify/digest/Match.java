package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.subscriber.Interests;
import java.util.ArrayList;
import java.util.List;

/**
 * A paper that fits a reader.
 *
 * @param relevance the weight of the strongest reason and 0.3 of each further one; 0 where the
 *     reader asks for nothing in particular
 * @param trend its trend score on the digest's day
 * @param dial the reader's, from 0 to 4
 * @param reasons the strongest first; none where the reader asks for nothing in particular
 */
public record Match(
    TrendingPaper paper, double relevance, double trend, int dial, List<Reason> reasons) {
  public Match {
    reasons = List.copyOf(reasons);
  }

  /** The same, with the filter's name among the reasons. */
  Match of(String filter) {
    List<Reason> all = new ArrayList<>(reasons);
    all.add(new Reason(Reason.Kind.FILTER, filter, 0));
    return new Match(paper, relevance, trend, dial, all);
  }

  /** Whether an author whom the reader follows wrote it. */
  boolean isOfFollowed() {
    return reasons.stream().anyMatch(reason -> reason.kind() == Reason.Kind.AUTHOR);
  }

  /**
   * What digests are ordered by: {@code 2 ((1 − d) relevance + d trend)} with {@code d = dial / 4},
   * so that in the middle it is their sum.
   */
  double score() {
    return scoreOf(relevance, trend, dial);
  }

  static double scoreOf(double relevance, double trend, int dial) {
    double d = (double) dial / Interests.TREND_ALONE;
    return 2 * ((1 - d) * relevance + d * trend);
  }

  /** Decides where {@link #score} is equal, as it often is where one of both alone counts. */
  double sum() {
    return sumOf(relevance, trend);
  }

  static double sumOf(double relevance, double trend) {
    return relevance + trend;
  }
}
