package dev.paperboy.bench.trend;

/**
 * Kleinberg's automaton of two states on daily counts: a base state in which a topic has its usual
 * share of a day's papers, and a hot one in which it has {@value #TIMES} times that. Entering the
 * hot state costs something, so that single days don't count as bursts.
 *
 * @see <a href="https://doi.org/10.1145/775047.775061">Bursty and hierarchical structure in
 *     streams</a>
 */
final class TwoStates {
  private static final double TIMES = 2;
  private static final double LEAST_SHARE = 1e-5;

  private TwoStates() {}

  /**
   * How far into a burst the last day is: the sum over the days of the burst it is in of what the
   * hot state costs less than the base; 0 where the cheapest way ends in the base state.
   *
   * @param counts a topic's papers of each day
   * @param all all papers of each day
   */
  static double weight(long[] counts, long[] all) {
    double papers = 0;
    double total = 0;
    for (int d = 0; d < counts.length; d++) {
      papers += counts[d];
      total += all[d];
    }
    if (total == 0) {
      return 0;
    }
    double usual = Math.max(LEAST_SHARE, papers / total);
    double hot = Math.min(1 - LEAST_SHARE, TIMES * usual);
    double enter = Math.log(counts.length);
    double base = 0;
    double burst = Double.POSITIVE_INFINITY;
    double gained = 0;
    for (int d = 0; d < counts.length; d++) {
      double less = cost(counts[d], all[d], usual) - cost(counts[d], all[d], hot);
      boolean comes = base + enter < burst;
      gained = Math.max(0, (comes ? 0 : gained) + less);
      double inBurst = Math.min(burst, base + enter) - less;
      base = Math.min(base, burst);
      burst = inBurst;
    }
    return burst < base ? gained : 0;
  }

  /**
   * Negative log-likelihood of a binomial count, without the coefficient that both states share.
   */
  private static double cost(long count, long all, double share) {
    return -(count * Math.log(share) + (all - count) * Math.log1p(-share));
  }
}
