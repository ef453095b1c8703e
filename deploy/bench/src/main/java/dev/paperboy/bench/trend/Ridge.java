package dev.paperboy.bench.trend;

import dev.paperboy.bench.topics.Rows;
import java.util.stream.IntStream;

/**
 * Least squares with a penalty on the squares of weights, over words and a vector at once, solved
 * by conjugate gradients (Hestenes and Stiefel, 1952). The number of threads changes nothing.
 */
final class Ridge {
  private static final int BLOCKS = 16;
  private static final int MOST_STEPS = 80;
  private static final double ENOUGH = 1e-3;

  private final Rows rows;
  private final float[][] vectors;
  private final int words;
  private final int size;

  /**
   * @param vectors of each row, centred; null where words alone are learned from
   */
  Ridge(Rows rows, float[][] vectors) {
    this.rows = rows;
    this.vectors = vectors;
    this.words = rows.features();
    this.size = words + (vectors == null ? 0 : vectors[0].length);
  }

  /**
   * The weights: of each word, then of each dimension.
   *
   * @param chosen rows to learn from
   * @param targets of all rows, with mean 0
   */
  double[] fit(int[] chosen, double[] targets, double penalty) {
    double[] weights = new double[size];
    double[] residual = transposed(chosen, i -> targets[chosen[i]]);
    double[] direction = residual.clone();
    double square = dot(residual, residual);
    double first = square;
    for (int step = 0; step < MOST_STEPS && square > ENOUGH * ENOUGH * first; step++) {
      double[] along = direction;
      double[] image = transposed(chosen, i -> sum(along, chosen[i]));
      for (int j = 0; j < size; j++) {
        image[j] += penalty * direction[j];
      }
      double length = square / dot(direction, image);
      for (int j = 0; j < size; j++) {
        weights[j] += length * direction[j];
        residual[j] -= length * image[j];
      }
      double next = dot(residual, residual);
      double[] turned = new double[size];
      for (int j = 0; j < size; j++) {
        turned[j] = residual[j] + next / square * direction[j];
      }
      direction = turned;
      square = next;
    }
    return weights;
  }

  /** Whether it learns from vectors beside words. */
  boolean hasVectors() {
    return vectors != null;
  }

  /** What weights come to for a row. */
  double sum(double[] weights, int row) {
    double sum = 0;
    int[] indices = rows.indices()[row];
    float[] values = rows.values()[row];
    for (int i = 0; i < indices.length; i++) {
      sum += weights[indices[i]] * values[i];
    }
    if (vectors != null) {
      float[] vector = vectors[row];
      for (int d = 0; d < vector.length; d++) {
        sum += weights[words + d] * vector[d];
      }
    }
    return sum;
  }

  /** A number for the i-th chosen row. */
  private interface PerRow {
    double at(int i);
  }

  /** Rows times their numbers, summed up; by blocks, so that the order of summing is always one. */
  private double[] transposed(int[] chosen, PerRow numbers) {
    double[][] sums = new double[BLOCKS][];
    IntStream.range(0, BLOCKS)
        .parallel()
        .forEach(
            block -> {
              double[] sum = new double[size];
              int end = (int) ((long) chosen.length * (block + 1) / BLOCKS);
              for (int i = (int) ((long) chosen.length * block / BLOCKS); i < end; i++) {
                add(sum, chosen[i], numbers.at(i));
              }
              sums[block] = sum;
            });
    for (int block = 1; block < BLOCKS; block++) {
      for (int j = 0; j < size; j++) {
        sums[0][j] += sums[block][j];
      }
    }
    return sums[0];
  }

  private void add(double[] sum, int row, double number) {
    int[] indices = rows.indices()[row];
    float[] values = rows.values()[row];
    for (int i = 0; i < indices.length; i++) {
      sum[indices[i]] += number * values[i];
    }
    if (vectors != null) {
      float[] vector = vectors[row];
      for (int d = 0; d < vector.length; d++) {
        sum[words + d] += number * vector[d];
      }
    }
  }

  private static double dot(double[] one, double[] other) {
    double dot = 0;
    for (int j = 0; j < one.length; j++) {
      dot += one[j] * other[j];
    }
    return dot;
  }
}
