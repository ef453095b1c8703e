package dev.paperboy.bench.topics;

/** How much of each category there is among a paper's nearest known papers. */
final class NeighbourShares {
  /** A neighbour this much less alike than the nearest counts 1/e of it. */
  private static final double FADING = 0.05;

  private static final double LEAST_SHARE = 0.01;

  private NeighbourShares() {}

  /**
   * The share of each label in [0, 1], nearer neighbours counting more.
   *
   * @param likeness cosines, the highest first
   * @param labels of each neighbour
   * @param count how many of the neighbours are asked
   * @param labelCount how many labels there are
   */
  static double[] of(float[] likeness, int[][] labels, int count, int labelCount) {
    double[] shares = new double[labelCount];
    double sum = 0;
    for (int n = 0; n < Math.min(count, likeness.length); n++) {
      double weight = Math.exp((likeness[n] - likeness[0]) / FADING);
      sum += weight;
      for (int label : labels[n]) {
        shares[label] += weight;
      }
    }
    for (int l = 0; l < labelCount && sum > 0; l++) {
      shares[l] /= sum;
    }
    return shares;
  }

  /** Log-odds of shares, finite at 0 and 1. */
  static double[] odds(double[] shares) {
    double[] odds = new double[shares.length];
    for (int l = 0; l < odds.length; l++) {
      odds[l] = Math.log((shares[l] + LEAST_SHARE) / (1 - shares[l] + LEAST_SHARE));
    }
    return odds;
  }
}
