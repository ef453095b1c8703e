package dev.paperboy.classify.trend;

import java.util.Arrays;

/** Where papers stand among those of their day. */
public final class ListPlaces {
  /** Papers with votes below which a day gives no places. */
  public static final int LEAST = 5;

  private ListPlaces() {}

  /**
   * Places by votes, 0 for the least voted and 1 for the most; ties stand in their middle.
   *
   * @param votes of at least two papers
   */
  public static double[] of(double[] votes) {
    return Arrays.stream(ranks(votes)).map(rank -> rank / (votes.length - 1)).toArray();
  }

  /** Of each value how many are less, ties in their middle: 0 for the least, n - 1 for the most. */
  public static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = firstNotBelow(sorted, values[i]);
      int end = first;
      while (end < sorted.length && sorted[end] == values[i]) {
        end++;
      }
      ranks[i] = (first + end - 1) / 2.0;
    }
    return ranks;
  }

  private static int firstNotBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
