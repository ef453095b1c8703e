package dev.paperboy.bench.topics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Blends heads: a factor for each head and a bias, for each label, so that the likelihoods are true
 * ones on papers that no head was trained on. Factors common to all labels are fitted first; those
 * of a label are held near them, as so many papers would. Newton's method.
 */
final class BlendTrainer {
  private static final int ROUNDS = 25;

  /** Far from the optimum, a whole step would overshoot. */
  private static final double MOST_STEP = 0.5;

  /** Holds the bias of a label of few papers near zero, as so many papers would. */
  private static final double BIAS_PRIOR = 2;

  private static final int OWN_ROUNDS = 12;

  /** Holds a label's own factors near the common ones. */
  private static final double COMMON_PRIOR = 20;

  private final double[][][] odds;
  private final List<Paper> papers;
  private final int labels;

  /**
   * @param odds of each head, for each paper, for each label
   */
  BlendTrainer(double[][][] odds, List<Paper> papers, int labels) {
    this.odds = odds;
    this.papers = papers;
    this.labels = labels;
  }

  /**
   * What was fitted.
   *
   * @param common the heads' factors over all labels
   * @param factors of each head, for each label
   */
  record Trained(double[] common, float[][] factors, float[] biases) {}

  Trained train() {
    int heads = odds.length;
    double[] factors = new double[heads];
    Arrays.fill(factors, 1.0 / heads);
    double[] biases = new double[labels];
    for (int round = 0; round < ROUNDS; round++) {
      // Sums of each label apart, added in order: the same on any number of threads.
      Slopes[] slopes = new Slopes[labels];
      IntStream.range(0, labels)
          .parallel()
          .forEach(label -> slopes[label] = slopes(label, factors, biases[label]));
      // A bias meets no other bias: solve for the factors with the biases eliminated.
      double[] gradient = new double[heads];
      double[][] curvature = new double[heads][heads];
      for (Slopes s : slopes) {
        for (int h = 0; h < heads; h++) {
          gradient[h] += s.gradient[h] - s.cross[h] * s.ofBias / s.bias;
          for (int k = 0; k < heads; k++) {
            curvature[h][k] += s.curvature[h][k] - s.cross[h] * s.cross[k] / s.bias;
          }
        }
      }
      double[] step = solved(curvature, gradient);
      for (int h = 0; h < heads; h++) {
        step[h] = Math.clamp(step[h], -MOST_STEP, MOST_STEP);
        factors[h] -= step[h];
      }
      for (int l = 0; l < labels; l++) {
        double left = slopes[l].ofBias;
        for (int h = 0; h < heads; h++) {
          left -= slopes[l].cross[h] * step[h];
        }
        biases[l] -= Math.clamp(left / slopes[l].bias, -MOST_STEP, MOST_STEP);
      }
    }
    float[][] own = new float[heads][labels];
    float[] rounded = new float[labels];
    IntStream.range(0, labels)
        .parallel()
        .forEach(
            label -> {
              double[] fitted = own(label, factors, biases[label]);
              for (int h = 0; h < heads; h++) {
                own[h][label] = (float) fitted[h];
              }
              rounded[label] = (float) fitted[heads];
            });
    return new Trained(factors, own, rounded);
  }

  /** A label's own factors, and after the last its bias. */
  private double[] own(int label, double[] common, double commonBias) {
    int heads = common.length;
    double[] fitted = Arrays.copyOf(common, heads + 1);
    fitted[heads] = commonBias;
    for (int round = 0; round < OWN_ROUNDS; round++) {
      Slopes s = slopes(label, Arrays.copyOf(fitted, heads), fitted[heads]);
      double[][] curvature = new double[heads + 1][heads + 1];
      double[] gradient = Arrays.copyOf(s.gradient, heads + 1);
      for (int h = 0; h < heads; h++) {
        System.arraycopy(s.curvature[h], 0, curvature[h], 0, heads);
        curvature[h][h] += COMMON_PRIOR;
        gradient[h] += COMMON_PRIOR * (fitted[h] - common[h]);
        curvature[h][heads] = s.cross[h];
        curvature[heads][h] = s.cross[h];
      }
      curvature[heads][heads] = s.bias;
      gradient[heads] = s.ofBias;
      double[] step = solved(curvature, gradient);
      for (int h = 0; h <= heads; h++) {
        fitted[h] -= Math.clamp(step[h], -MOST_STEP, MOST_STEP);
      }
    }
    return fitted;
  }

  /** First and second derivatives of a label's loss by its bias and by the factors. */
  private static final class Slopes {
    private final double[] gradient;
    private final double[][] curvature;
    private final double[] cross;
    private double ofBias;
    private double bias = BIAS_PRIOR;

    Slopes(int heads) {
      gradient = new double[heads];
      curvature = new double[heads][heads];
      cross = new double[heads];
    }
  }

  private Slopes slopes(int label, double[] factors, double bias) {
    Slopes slopes = new Slopes(odds.length);
    slopes.ofBias = BIAS_PRIOR * bias;
    for (int p = 0; p < papers.size(); p++) {
      double likely = likely(p, label, factors, bias);
      double residual = likely - (papers.get(p).is(label) ? 1 : 0);
      double weight = likely * (1 - likely);
      slopes.ofBias += residual;
      slopes.bias += weight;
      for (int h = 0; h < odds.length; h++) {
        double own = odds[h][p][label];
        slopes.gradient[h] += residual * own;
        slopes.cross[h] += weight * own;
        for (int k = 0; k < odds.length; k++) {
          slopes.curvature[h][k] += weight * own * odds[k][p][label];
        }
      }
    }
    return slopes;
  }

  private double likely(int paper, int label, double[] factors, double bias) {
    double sum = bias;
    for (int h = 0; h < odds.length; h++) {
      sum += factors[h] * odds[h][paper][label];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  /** Solves a small system by elimination. */
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      a[i][i] += 1;
    }
    // Positive definite, so that no pivot is zero.
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double factor = a[j][i] / a[i][i];
        for (int k = i; k < n; k++) {
          a[j][k] -= factor * a[i][k];
        }
        x[j] -= factor * x[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
