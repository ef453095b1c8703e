package dev.paperboy.bench.trend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How well scores tell the order of votes within lists, on the mean over lists.
 *
 * @param spearman rank correlation
 * @param first share of the ten most voted among the ten of highest score
 * @param gain nDCG of the first ten, with votes for gains
 * @param lists how many lists
 */
record ListScores(double spearman, double first, double gain, int lists) {
  private static final int TOP = 10;

  /** Papers with settled votes below which a list is not measured. */
  private static final int LEAST = 12;

  static ListScores of(List<ListedPaper> papers, ToDoubleFunction<ListedPaper> score) {
    Map<Object, List<ListedPaper>> byDay = new TreeMap<>();
    for (ListedPaper paper : papers) {
      if (paper.settled() != null) {
        byDay.computeIfAbsent(paper.paper().day(), day -> new ArrayList<>()).add(paper);
      }
    }
    double spearman = 0;
    double first = 0;
    double gain = 0;
    int lists = 0;
    for (List<ListedPaper> list : byDay.values()) {
      if (list.size() >= LEAST) {
        double[] scores = list.stream().mapToDouble(score).toArray();
        double[] votes = list.stream().mapToDouble(ListedPaper::settled).toArray();
        int[] ours = Places.best(scores);
        int[] ideal = Places.best(votes);
        spearman += Places.spearman(scores, votes);
        first += shared(ours, ideal);
        gain += gain(ours, votes) / Math.max(1e-9, gain(ideal, votes));
        lists++;
      }
    }
    return lists == 0
        ? new ListScores(Double.NaN, Double.NaN, Double.NaN, 0)
        : new ListScores(spearman / lists, first / lists, gain / lists, lists);
  }

  private static double shared(int[] ours, int[] ideal) {
    Set<Integer> top = new HashSet<>();
    for (int i = 0; i < TOP; i++) {
      top.add(ideal[i]);
    }
    int both = 0;
    for (int i = 0; i < TOP; i++) {
      both += top.contains(ours[i]) ? 1 : 0;
    }
    return both / (double) TOP;
  }

  private static double gain(int[] order, double[] votes) {
    double gain = 0;
    for (int i = 0; i < TOP; i++) {
      gain += votes[order[i]] * Math.log(2) / Math.log(i + 2.0);
    }
    return gain;
  }
}
