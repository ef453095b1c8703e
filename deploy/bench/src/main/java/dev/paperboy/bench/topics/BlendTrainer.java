package dev.paperboy.bench.topics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Blends heads: one factor for each head and a bias for each label, so that the likelihoods are
 * true ones on papers that no head was trained on. Newton's method, the factors and the biases in
 * turn.
 */
final class BlendTrainer {
  private static final int ROUNDS = 25;

  /** Holds the bias of a label of few papers near zero, as so many papers would. */
  private static final double BIAS_PRIOR = 2;

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

  /** Factors of the heads, and the labels' biases. */
  record Trained(double[] factors, float[] biases) {}

  Trained train() {
    double[] factors = new double[odds.length];
    Arrays.fill(factors, 1.0 / odds.length);
    double[] biases = new double[labels];
    for (int round = 0; round < ROUNDS; round++) {
      // Sums of each label apart, added in order: the same on any number of threads.
      double[][] sums = new double[labels][];
      IntStream.range(0, labels)
          .parallel()
          .forEach(label -> sums[label] = label(label, factors, biases));
      double[] gradient = new double[odds.length];
      double[][] curvature = new double[odds.length][odds.length];
      for (double[] sum : sums) {
        for (int h = 0; h < odds.length; h++) {
          gradient[h] += sum[h];
          for (int k = 0; k < odds.length; k++) {
            curvature[h][k] += sum[odds.length * (h + 1) + k];
          }
        }
      }
      double[] step = solved(curvature, gradient);
      for (int h = 0; h < odds.length; h++) {
        factors[h] -= step[h];
      }
    }
    float[] rounded = new float[labels];
    for (int l = 0; l < labels; l++) {
      rounded[l] = (float) biases[l];
    }
    return new Trained(factors, rounded);
  }

  /** Moves the label's bias; then gradient and curvature of the factors over its papers. */
  private double[] label(int label, double[] factors, double[] biases) {
    double gradient = BIAS_PRIOR * biases[label];
    double curvature = BIAS_PRIOR;
    for (int p = 0; p < papers.size(); p++) {
      double likely = likely(p, label, factors, biases[label]);
      gradient += likely - (papers.get(p).is(label) ? 1 : 0);
      curvature += likely * (1 - likely);
    }
    biases[label] -= Math.clamp(gradient / curvature, -1, 1);
    int heads = odds.length;
    double[] sums = new double[heads * (heads + 1)];
    for (int p = 0; p < papers.size(); p++) {
      double likely = likely(p, label, factors, biases[label]);
      double residual = likely - (papers.get(p).is(label) ? 1 : 0);
      double weight = likely * (1 - likely);
      for (int h = 0; h < heads; h++) {
        sums[h] += residual * odds[h][p][label];
        for (int k = 0; k < heads; k++) {
          sums[heads * (h + 1) + k] += weight * odds[h][p][label] * odds[k][p][label];
        }
      }
    }
    return sums;
  }

  private double likely(int paper, int label, double[] factors, double bias) {
    double sum = bias;
    for (int h = 0; h < odds.length; h++) {
      sum += factors[h] * odds[h][paper][label];
    }
    return 1 / (1 + Math.exp(-sum));
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
