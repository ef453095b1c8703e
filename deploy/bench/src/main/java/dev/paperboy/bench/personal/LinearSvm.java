package dev.paperboy.bench.personal;

import dev.paperboy.bench.personal.TfIdf.Row;
import java.util.List;
import java.util.Random;

/**
 * A linear support vector machine of squared hinge loss with classes weighed alike, by dual
 * coordinate descent (Hsieh et al., ICML 2008).
 */
final class LinearSvm {
  private static final int ROUNDS = 6;
  private static final double SHARE = 0.01;

  private LinearSvm() {}

  /**
   * Its weights.
   *
   * @param wanted the few
   * @param others the many
   */
  static float[] train(List<Row> wanted, List<Row> others, int columns) {
    int all = wanted.size() + others.size();
    double[] duals = new double[all];
    float[] weights = new float[columns + 1];
    double[] diagonals = {
      diagonal(all, wanted.size()), diagonal(all, others.size()),
    };
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      for (int step = 0; step < all; step++) {
        // The few are looked at as often as they weigh, or six rounds would hardly move them.
        int at = random.nextInt(8) == 0 ? random.nextInt(wanted.size()) : random.nextInt(all);
        boolean is = at < wanted.size();
        Row row = is ? wanted.get(at) : others.get(at - wanted.size());
        double y = is ? 1 : -1;
        double diagonal = diagonals[is ? 0 : 1];
        double gradient = y * (row.dot(weights) + weights[columns]) - 1 + diagonal * duals[at];
        double moved = Math.max(0, duals[at] - gradient / (2 + diagonal)) - duals[at];
        if (moved != 0) {
          duals[at] += moved;
          row.addTo(weights, moved * y);
          weights[columns] += (float) (moved * y);
        }
      }
    }
    return weights;
  }

  private static double diagonal(int all, int ofClass) {
    return 1 / (2 * SHARE * all / (2.0 * ofClass));
  }
}
