package dev.paperboy.ingest.freshness;

import java.util.List;

/**
 * How many papers a day usually brings.
 *
 * @param median the usual number
 * @param spread how far a usual day is from it: the median absolute deviation, scaled so that it is
 *     the standard deviation of a normal distribution, and never below the square root of the
 *     median
 */
record Expectation(double median, double spread) {
  // Fewer days say nothing.
  static final int FEWEST = 3;
  // Over 86 announcement days of 2026, with these two, none of four large categories was ever
  // called missing, and cs.CV cut to a twentieth always was. Weekdays vary by half: spreads are
  // wide.
  private static final double PART = 0.3;
  private static final double SPREADS = 1.5;
  private static final double TO_DEVIATION = 1.4826;

  /** Null where there are too few days to tell. */
  static Expectation of(List<Long> days) {
    if (days.size() < FEWEST) {
      return null;
    }
    double median = median(days.stream().map(Long::doubleValue).toList());
    double deviation =
        median(days.stream().map(papers -> Math.abs(papers - median)).toList()) * TO_DEVIATION;
    return new Expectation(median, Math.max(deviation, Math.sqrt(median)));
  }

  boolean isFarBelow(long papers) {
    return papers < median * PART && papers < median - SPREADS * spread;
  }

  long usual() {
    return Math.round(median);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
