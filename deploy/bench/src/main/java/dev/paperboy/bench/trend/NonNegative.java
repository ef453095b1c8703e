package dev.paperboy.bench.trend;

import java.util.stream.IntStream;

/**
 * Least squares with weights that are not negative, by coordinate descent (Franc, Hlaváč and
 * Navara, 2005), over features brought to deviation 1.
 */
final class NonNegative {
  private static final int ROUNDS = 2000;

  private NonNegative() {}

  /**
   * The weights of features as they are.
   *
   * @param features of each row
   * @param penalty on the squares of weights, in rows
   */
  static double[] fit(double[][] features, double[] targets, double penalty) {
    int size = features[0].length;
    double[] means = new double[size];
    double[] deviations = new double[size];
    for (int j = 0; j < size; j++) {
      int feature = j;
      means[j] =
          IntStream.range(0, features.length)
              .mapToDouble(r -> features[r][feature])
              .average()
              .orElse(0);
      double square =
          IntStream.range(0, features.length)
              .mapToDouble(r -> Math.pow(features[r][feature] - means[feature], 2))
              .average()
              .orElse(0);
      deviations[j] = Math.sqrt(square);
    }
    double[][] products = new double[size][size];
    double[] wanted = new double[size];
    double mean =
        IntStream.range(0, targets.length).mapToDouble(r -> targets[r]).average().orElse(0);
    double[] row = new double[size];
    for (int r = 0; r < features.length; r++) {
      for (int j = 0; j < size; j++) {
        row[j] = deviations[j] < 1e-9 ? 0 : (features[r][j] - means[j]) / deviations[j];
        wanted[j] += row[j] * (targets[r] - mean);
      }
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          products[j][k] += row[j] * row[k];
        }
      }
    }
    double[] weights = new double[size];
    for (int round = 0; round < ROUNDS; round++) {
      for (int j = 0; j < size; j++) {
        double gradient = wanted[j] - penalty * weights[j];
        for (int k = 0; k < size; k++) {
          gradient -= products[j][k] * weights[k];
        }
        weights[j] = Math.max(0, weights[j] + gradient / (products[j][j] + penalty));
      }
    }
    for (int j = 0; j < size; j++) {
      weights[j] = deviations[j] < 1e-9 ? 0 : weights[j] / deviations[j];
    }
    return weights;
  }
}
