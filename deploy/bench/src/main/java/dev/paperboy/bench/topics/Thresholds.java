package dev.paperboy.bench.topics;

import java.util.List;

/**
 * Likelihoods from which labels are given, chosen where they are best on papers to tune on.
 *
 * @param all one for all labels, for the best micro-F1
 * @param each one for each label, for the best macro-F1
 */
record Thresholds(float all, float[] each) {
  private static final int STEPS = 100;

  /** F1 that a threshold must gain for each unit it is away from the usual, for a single paper. */
  private static final double DISTANCE = 1;

  /**
   * Chooses.
   *
   * @param likelihoods of each label for each paper
   */
  static Thresholds of(double[][] likelihoods, List<Paper> papers, int labels) {
    double[][] given = new double[labels][STEPS + 1];
    double[][] right = new double[labels][STEPS + 1];
    double[] wanted = new double[labels];
    for (int p = 0; p < likelihoods.length; p++) {
      for (int l = 0; l < labels; l++) {
        int step = (int) (likelihoods[p][l] * STEPS);
        given[l][step]++;
        if (papers.get(p).is(l)) {
          right[l][step]++;
          wanted[l]++;
        }
      }
    }
    float[] each = new float[labels];
    double[] givenOfAll = new double[STEPS + 1];
    double[] rightOfAll = new double[STEPS + 1];
    double wantedOfAll = 0;
    for (int l = 0; l < labels; l++) {
      for (int step = 0; step <= STEPS; step++) {
        givenOfAll[step] += given[l][step];
        rightOfAll[step] += right[l][step];
      }
      wantedOfAll += wanted[l];
    }
    float all = best(givenOfAll, rightOfAll, wantedOfAll, 0.5f);
    for (int l = 0; l < labels; l++) {
      each[l] = best(given[l], right[l], wanted[l], all);
    }
    return new Thresholds(all, each);
  }

  /**
   * The threshold of the best F1. A label of few papers would choose by chance, and is held near
   * the usual.
   */
  private static float best(double[] given, double[] right, double wanted, float usual) {
    double bestScore = -1;
    float best = usual;
    double g = 0;
    double r = 0;
    for (int step = STEPS; step >= 1; step--) {
      g += given[step];
      r += right[step];
      double score = 2 * r / Math.max(1, g + wanted);
      score -= DISTANCE * Math.abs(step / (double) STEPS - usual) / Math.sqrt(Math.max(1, wanted));
      if (score > bestScore) {
        bestScore = score;
        best = step / (float) STEPS;
      }
    }
    return best;
  }
}
