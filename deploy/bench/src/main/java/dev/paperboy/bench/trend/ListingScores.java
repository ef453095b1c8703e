package dev.paperboy.bench.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well scores tell which of a day's new papers come on a list, on the mean over days.
 *
 * @param auc the likelihood that a paper that did stands above one that didn't
 * @param first share of such papers among the twenty of highest score
 */
record ListingScores(double auc, double first, int days) {
  private static final int TOP = 20;
  private static final int LEAST_LISTED = 10;

  /**
   * @param scores of each paper
   */
  static ListingScores of(List<Arrival> papers, double[] scores) {
    Map<LocalDate, List<Integer>> byDay = new TreeMap<>();
    for (int p = 0; p < papers.size(); p++) {
      byDay.computeIfAbsent(papers.get(p).paper().day(), day -> new ArrayList<>()).add(p);
    }
    double auc = 0;
    double first = 0;
    int days = 0;
    for (List<Integer> day : byDay.values()) {
      boolean[] listed = new boolean[day.size()];
      double[] own = new double[day.size()];
      int count = 0;
      for (int i = 0; i < listed.length; i++) {
        listed[i] = papers.get(day.get(i)).listed();
        own[i] = scores[day.get(i)];
        count += listed[i] ? 1 : 0;
      }
      if (count >= LEAST_LISTED && count < listed.length) {
        auc += Places.auc(own, listed);
        int[] best = Places.best(own);
        for (int i = 0; i < Math.min(TOP, best.length); i++) {
          first += listed[best[i]] ? 1.0 / TOP : 0;
        }
        days++;
      }
    }
    return days == 0
        ? new ListingScores(Double.NaN, Double.NaN, 0)
        : new ListingScores(auc / days, first / days, days);
  }
}
