package dev.paperboy.classify.topic;

/** How much of each category there is among a paper's nearest known papers. */
public final class NeighbourShares {
  /** How many neighbours are asked. */
  public static final int NEIGHBOURS = 30;

  /** A neighbour this much less alike than the nearest counts 1/e of it. */
  private static final double FADING = 0.05;

  private NeighbourShares() {}

  /**
   * The share of each label in [0, 1], nearer neighbours counting more.
   *
   * @param likeness cosines, the highest first
   * @param labels of each neighbour
   * @param labelCount how many labels there are
   */
  public static double[] of(double[] likeness, int[][] labels, int labelCount) {
    double[] shares = new double[labelCount];
    double sum = 0;
    for (int n = 0; n < likeness.length; n++) {
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
}
