package dev.paperboy.bench.trend;

import dev.paperboy.classify.trend.ListPlaces;
import java.util.Arrays;

/** Ranks, and how much two orders agree. */
final class Places {
  private Places() {}

  /** Spearman's rank correlation; 0 where one of the two is the same everywhere. */
  static double spearman(double[] one, double[] other) {
    double[] x = ListPlaces.ranks(one);
    double[] y = ListPlaces.ranks(other);
    double middle = (x.length - 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - middle) * (y[i] - middle);
      xx += (x[i] - middle) * (x[i] - middle);
      yy += (y[i] - middle) * (y[i] - middle);
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }

  /** The likelihood that a wanted one stands above another, ties half; NaN where one is missing. */
  static double auc(double[] scores, boolean[] wanted) {
    double[] places = ListPlaces.ranks(scores);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      if (wanted[i]) {
        sum += places[i];
        count++;
      }
    }
    int others = places.length - count;
    return count == 0 || others == 0
        ? Double.NaN
        : (sum - count * (count - 1) / 2.0) / ((double) count * others);
  }

  /** Indices, the highest score first; of equals the earlier one. */
  static int[] best(double[] scores) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (one, other) -> Double.compare(scores[other], scores[one]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
