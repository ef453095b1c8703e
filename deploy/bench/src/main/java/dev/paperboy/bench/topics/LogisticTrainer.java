package dev.paperboy.bench.topics;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One logistic regression for each label, all in one pass over the rows: stochastic gradient
 * descent with AdaGrad's step for each weight. The same rows, settings and seed give the same
 * weights, on any number of threads: each thread has labels of its own.
 *
 * @param passes over all rows
 * @param step of the first update, falling evenly to nothing at the last, over the root of the
 *     weight's squared gradients and {@code start}
 * @param start what the sum of squared gradients begins at; the larger, the less a weight is moved
 *     by the first papers that speak of it
 * @param decay pulls every weight that is updated towards zero, for each update
 */
record LogisticTrainer(int passes, float step, float start, float decay, long seed) {
  /** Residuals below this don't move a weight: most labels of most papers, after the first pass. */
  private static final float NEGLIGIBLE = 1e-3f;

  private static final int LABELS_TOGETHER = 48;

  /** A row of weights, one for each label, for each feature; and a bias for each label. */
  record Trained(float[][] weights, float[] biases) {}

  Trained train(Rows rows, int labels) {
    float[][] weights = new float[rows.features()][labels];
    float[] biases = new float[labels];
    int parts = (labels + LABELS_TOGETHER - 1) / LABELS_TOGETHER;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int from = part * labels / parts;
              int to = (part + 1) * labels / parts;
              new Part(rows, from, to).train(weights, biases);
            });
    return new Trained(weights, biases);
  }

  /** Some of the labels. */
  private final class Part {
    private final Rows rows;
    private final int from;
    private final int width;
    private final float[][] weights;
    private final float[][] squares;
    private final float[] biases;
    private final float[] biasSquares;
    private final float[] odds;
    private final int[] moved;
    private final float[] residuals;
    private float now;
    private long done;

    Part(Rows rows, int from, int to) {
      this.rows = rows;
      this.from = from;
      this.width = to - from;
      weights = new float[rows.features()][width];
      squares = new float[rows.features()][width];
      biases = new float[width];
      biasSquares = new float[width];
      odds = new float[width];
      moved = new int[width];
      residuals = new float[width];
      // Most papers are not of most labels.
      Arrays.fill(biases, -4);
    }

    void train(float[][] allWeights, float[] allBiases) {
      int[] order = IntStream.range(0, rows.size()).toArray();
      Random random = new Random(seed);
      for (int pass = 0; pass < passes; pass++) {
        Shuffle.of(order, random);
        for (int row : order) {
          now = step * (1 - (float) done++ / ((long) passes * order.length));
          learn(row);
        }
      }
      for (int f = 0; f < weights.length; f++) {
        System.arraycopy(weights[f], 0, allWeights[f], from, width);
      }
      System.arraycopy(biases, 0, allBiases, from, width);
    }

    private void learn(int row) {
      int[] indices = rows.indices()[row];
      float[] values = rows.values()[row];
      System.arraycopy(biases, 0, odds, 0, width);
      for (int i = 0; i < indices.length; i++) {
        float value = values[i];
        float[] weight = weights[indices[i]];
        for (int l = 0; l < odds.length; l++) {
          odds[l] += value * weight[l];
        }
      }
      int count = 0;
      for (int l = 0; l < width; l++) {
        float residual = (float) (1 / (1 + StrictMath.exp(-odds[l])));
        if (has(rows.labels()[row], from + l)) {
          residual -= 1;
        }
        if (Math.abs(residual) > NEGLIGIBLE) {
          moved[count] = l;
          residuals[count++] = residual;
          biasSquares[l] += residual * residual;
          biases[l] -= now * residual / (float) Math.sqrt(1 + biasSquares[l]);
        }
      }
      for (int i = 0; i < indices.length; i++) {
        move(indices[i], values[i], count);
      }
    }

    private void move(int feature, float value, int count) {
      float[] weight = weights[feature];
      float[] square = squares[feature];
      for (int m = 0; m < count; m++) {
        int l = moved[m];
        float gradient = residuals[m] * value;
        square[l] += gradient * gradient;
        weight[l] -= now * (gradient / (float) Math.sqrt(start + square[l]) + decay * weight[l]);
      }
    }

    private static boolean has(int[] labels, int label) {
      for (int own : labels) {
        if (own == label) {
          return true;
        }
      }
      return false;
    }
  }
}
