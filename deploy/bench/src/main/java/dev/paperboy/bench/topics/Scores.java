package dev.paperboy.bench.topics;

import java.util.List;

/**
 * How good likelihoods are. A label that no paper has or is given is not counted.
 *
 * @param lrap label ranking average precision
 * @param first how often the likeliest label is right
 * @param micro F1 of all tags at the one threshold
 * @param macro mean of the labels' F1, each at its own threshold
 * @param calibration expected error of likelihoods of at least {@value #SAID}, in ten bins
 * @param firstCalibration the same of the likeliest label alone
 * @param papers measured on
 * @param labels measured: those of enough papers
 */
record Scores(
    double lrap,
    double first,
    double micro,
    double macro,
    double calibration,
    double firstCalibration,
    int papers,
    int labels) {
  /** Papers that a label must have among those tested to be measured. */
  static final int ENOUGH = 40;

  private static final double SAID = 0.05;

  /** Which labels enough of these papers have. */
  static boolean[] measured(List<Paper> papers, int labels) {
    int[] counts = new int[labels];
    for (Paper paper : papers) {
      for (int label : paper.labels()) {
        counts[label]++;
      }
    }
    boolean[] measured = new boolean[labels];
    for (int l = 0; l < labels; l++) {
      measured[l] = counts[l] >= ENOUGH;
    }
    return measured;
  }

  static Scores of(
      double[][] likelihoods, List<Paper> papers, boolean[] measured, Thresholds thresholds) {
    int labels = measured.length;
    double precision = 0;
    int first = 0;
    int counted = 0;
    double[] right = new double[labels];
    double[] given = new double[labels];
    double[] wanted = new double[labels];
    double rightOfAll = 0;
    double givenOfAll = 0;
    Bins all = new Bins();
    Bins firsts = new Bins();
    for (int p = 0; p < likelihoods.length; p++) {
      double[] likely = likelihoods[p];
      Paper paper = papers.get(p);
      int best = -1;
      double sum = 0;
      int own = 0;
      for (int l = 0; l < labels; l++) {
        if (!measured[l]) {
          continue;
        }
        boolean is = paper.is(l);
        best = best < 0 || likely[l] > likely[best] ? l : best;
        if (is) {
          sum += precisionAt(l, likely, paper, measured);
          own++;
          wanted[l]++;
        }
        if (likely[l] >= thresholds.each()[l]) {
          given[l]++;
          right[l] += is ? 1 : 0;
        }
        if (likely[l] >= thresholds.all()) {
          givenOfAll++;
          rightOfAll += is ? 1 : 0;
        }
        if (likely[l] >= SAID) {
          all.add(likely[l], is);
        }
      }
      if (own > 0) {
        counted++;
        precision += sum / own;
        first += paper.is(best) ? 1 : 0;
        firsts.add(likely[best], paper.is(best));
      }
    }
    double wantedOfAll = 0;
    double macro = 0;
    int measuredLabels = 0;
    for (int l = 0; l < labels; l++) {
      if (measured[l] && given[l] + wanted[l] > 0) {
        wantedOfAll += wanted[l];
        macro += 2 * right[l] / (given[l] + wanted[l]);
        measuredLabels++;
      }
    }
    return new Scores(
        precision / counted,
        (double) first / counted,
        2 * rightOfAll / (givenOfAll + wantedOfAll),
        macro / measuredLabels,
        all.error(),
        firsts.error(),
        counted,
        measuredLabels);
  }

  /** The share of the paper's own among the labels that are as likely as this or likelier. */
  private static double precisionAt(int label, double[] likely, Paper paper, boolean[] measured) {
    int above = 0;
    int own = 0;
    for (int l = 0; l < likely.length; l++) {
      if (measured[l] && likely[l] >= likely[label]) {
        above++;
        own += paper.is(l) ? 1 : 0;
      }
    }
    return (double) own / above;
  }

  /** Likelihoods in ten bins, beside how often they came true. */
  private static final class Bins {
    private final double[] said = new double[10];
    private final double[] came = new double[10];
    private int count;

    void add(double likelihood, boolean is) {
      int bin = Math.min(9, (int) (likelihood * 10));
      said[bin] += likelihood;
      came[bin] += is ? 1 : 0;
      count++;
    }

    double error() {
      double sum = 0;
      for (int bin = 0; bin < said.length; bin++) {
        sum += Math.abs(said[bin] - came[bin]);
      }
      return sum / Math.max(1, count);
    }
  }
}
