package dev.paperboy.bench.trend;

import dev.paperboy.bench.topics.Paper;
import dev.paperboy.classify.trend.Attention;
import dev.paperboy.classify.trend.TrendParts;
import java.time.Instant;

/**
 * A paper on a day's list of votes.
 *
 * @param paper its day is the list's
 * @param traits what trends look at
 * @param published when its first version was sent in; null where that is not told
 * @param settled votes at 20–60 h after the list's midnight, UTC; null where nobody looked
 * @param later votes of the look nearest to 40 h that is not before 20 h; null where there is none
 * @param early what was seen last within 12 h; null where nobody looked
 * @param place by {@code later} among the papers of its list: 0 the least, 1 the most; NaN where it
 *     has none
 */
record ListedPaper(
    Paper paper,
    TrendParts.Paper traits,
    Instant published,
    Integer settled,
    Integer later,
    Attention early,
    double place) {
  ListedPaper placed(double at) {
    return new ListedPaper(paper, traits, published, settled, later, early, at);
  }

  boolean hasPlace() {
    return !Double.isNaN(place);
  }
}
