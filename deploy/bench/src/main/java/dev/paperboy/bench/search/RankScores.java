package dev.paperboy.bench.search;

import java.util.List;
import java.util.Set;

/** How good one ranked list is. */
final class RankScores {
  private RankScores() {}

  /** One over the place of the one that was looked for; 0 where it is not in the list. */
  static double reciprocalRank(List<String> ranked, String sought) {
    int place = ranked.indexOf(sought);
    return place < 0 ? 0 : 1.0 / (place + 1);
  }

  /** Normalised discounted cumulative gain of the first {@code depth}, all relevant ones alike. */
  static double ndcg(List<String> ranked, Set<String> relevant, int depth) {
    double gained = 0;
    double best = 0;
    for (int i = 0; i < depth; i++) {
      double gain = Math.log(2) / Math.log(i + 2);
      gained += i < ranked.size() && relevant.contains(ranked.get(i)) ? gain : 0;
      best += i < relevant.size() ? gain : 0;
    }
    return best == 0 ? 0 : gained / best;
  }
}
