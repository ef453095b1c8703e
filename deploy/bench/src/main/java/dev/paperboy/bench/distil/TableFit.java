package dev.paperboy.bench.distil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Least squares with a penalty, a right-hand side for each dimension of the vectors, solved for all
 * of them at once by conjugate gradients (Hestenes and Stiefel, 1952). The number of threads
 * changes nothing.
 */
final class TableFit {
  /** Texts that a token must occur in to have a row. */
  private static final int ENOUGH_TEXTS = 3;

  private static final float PENALTY = 0.3f;
  private static final int STEPS = 30;

  private final List<TokenBag> bags;
  private final float[][] targets;
  private final int dimensions;

  /** Token of each row, and row of each token, -1 where it has none. */
  private final int[] tokens;

  private final int[] rowOf;

  /** Of each row, the texts that have it and its weight in each. */
  private final int[][] texts;

  private final float[][] textWeights;

  TableFit(List<TokenBag> bags, float[][] targets) {
    this.bags = bags;
    this.targets = targets;
    this.dimensions = targets[0].length;
    int vocabulary =
        1 + bags.stream().flatMapToInt(bag -> Arrays.stream(bag.tokens())).max().orElse(0);
    int[] counts = new int[vocabulary];
    bags.forEach(bag -> Arrays.stream(bag.tokens()).forEach(token -> counts[token]++));
    tokens =
        IntStream.range(0, vocabulary).filter(token -> counts[token] >= ENOUGH_TEXTS).toArray();
    rowOf = new int[vocabulary];
    Arrays.fill(rowOf, -1);
    List<int[]> in = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    for (int row = 0; row < tokens.length; row++) {
      rowOf[tokens[row]] = row;
      in.add(new int[counts[tokens[row]]]);
      weights.add(new float[counts[tokens[row]]]);
    }
    int[] filled = new int[tokens.length];
    for (int text = 0; text < bags.size(); text++) {
      TokenBag bag = bags.get(text);
      for (int i = 0; i < bag.tokens().length; i++) {
        int row = rowOf[bag.tokens()[i]];
        if (row >= 0) {
          in.get(row)[filled[row]] = text;
          weights.get(row)[filled[row]++] = bag.weights()[i];
        }
      }
    }
    texts = in.toArray(int[][]::new);
    textWeights = weights.toArray(float[][]::new);
  }

  /** The vectors by token id; null where a token has none. */
  float[][] rows() {
    float[][] table = new float[tokens.length][dimensions];
    float[][] residual = byRow(targets);
    float[][] direction = Arrays.stream(residual).map(float[]::clone).toArray(float[][]::new);
    double[] square = products(residual, residual);
    for (int step = 0; step < STEPS; step++) {
      float[][] along = direction;
      float[][] image = byRow(byText(along));
      each(row -> add(image[row], along[row], PENALTY));
      float[] length = ratios(square, products(along, image));
      each(
          row -> {
            add(table[row], along[row], length, 1);
            add(residual[row], image[row], length, -1);
          });
      double[] next = products(residual, residual);
      float[] kept = ratios(next, square);
      each(
          row -> {
            for (int d = 0; d < dimensions; d++) {
              along[row][d] = residual[row][d] + kept[d] * along[row][d];
            }
          });
      square = next;
    }
    float[][] byToken = new float[rowOf.length][];
    for (int row = 0; row < tokens.length; row++) {
      byToken[tokens[row]] = table[row];
    }
    return byToken;
  }

  /** What rows come to in each text. */
  private float[][] byText(float[][] rows) {
    return IntStream.range(0, bags.size())
        .parallel()
        .mapToObj(
            text -> {
              TokenBag bag = bags.get(text);
              float[] sum = new float[dimensions];
              for (int i = 0; i < bag.tokens().length; i++) {
                int row = rowOf[bag.tokens()[i]];
                if (row >= 0) {
                  add(sum, rows[row], bag.weights()[i]);
                }
              }
              return sum;
            })
        .toArray(float[][]::new);
  }

  /** What texts' vectors come to in each row. */
  private float[][] byRow(float[][] ofTexts) {
    return IntStream.range(0, tokens.length)
        .parallel()
        .mapToObj(
            row -> {
              float[] sum = new float[dimensions];
              for (int i = 0; i < texts[row].length; i++) {
                add(sum, ofTexts[texts[row][i]], textWeights[row][i]);
              }
              return sum;
            })
        .toArray(float[][]::new);
  }

  private void each(IntConsumer row) {
    IntStream.range(0, tokens.length).parallel().forEach(row);
  }

  private double[] products(float[][] a, float[][] b) {
    double[] sums = new double[dimensions];
    for (int row = 0; row < a.length; row++) {
      for (int d = 0; d < dimensions; d++) {
        sums[d] += (double) a[row][d] * b[row][d];
      }
    }
    return sums;
  }

  private static float[] ratios(double[] above, double[] below) {
    float[] ratios = new float[above.length];
    for (int d = 0; d < ratios.length; d++) {
      ratios[d] = below[d] == 0 ? 0 : (float) (above[d] / below[d]);
    }
    return ratios;
  }

  /** Adds {@code weight} × {@code more}. */
  static void add(float[] sum, float[] more, float weight) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += weight * more[d];
    }
  }

  private static void add(float[] sum, float[] more, float[] weights, int sign) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += sign * weights[d] * more[d];
    }
  }
}
