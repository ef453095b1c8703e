package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.TrendingPaper;
import java.util.List;

/**
 * A paper that fits a reader.
 *
 * @param trend its trend score on the digest's day
 * @param reasons the strongest first; none where the reader asks for nothing in particular
 */
record Match(TrendingPaper paper, double relevance, double trend, List<Reason> reasons) {
  Match {
    reasons = List.copyOf(reasons);
  }

  /** What digests are ordered by. */
  double score() {
    return relevance + trend;
  }
}
