package dev.paperboy.bench.topics;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Moves weights by the means of their gradients and of the gradients' squares. */
final class Adam {
  private static final float FADING = 0.9f;
  private static final float SQUARES_FADING = 0.999f;
  private static final float LEAST = 1e-8f;

  private final Weights weights;
  private final int parts;
  private final Weights means;
  private final Weights squares;
  private double fadingLeft = 1;
  private double squaresFadingLeft = 1;

  /**
   * @param parts how many gradients are added at each step
   */
  Adam(Weights weights, int parts) {
    this.weights = weights;
    this.parts = parts;
    means = new Weights(weights.rows().length, weights.biases().length);
    squares = new Weights(weights.rows().length, weights.biases().length);
  }

  /**
   * A step.
   *
   * @param gradients summed over the papers of each part
   * @param papers in all parts
   */
  void move(IntFunction<Weights> gradients, int papers, float step) {
    fadingLeft *= FADING;
    squaresFadingLeft *= SQUARES_FADING;
    float stepNow = (float) (step * Math.sqrt(1 - squaresFadingLeft) / (1 - fadingLeft));
    IntStream.rangeClosed(0, weights.rows().length)
        .parallel()
        .forEach(row -> move(row, gradients, papers, stepNow));
  }

  private void move(int row, IntFunction<Weights> gradients, int papers, float step) {
    float[] w = row(weights, row);
    float[] m = row(means, row);
    float[] s = row(squares, row);
    float[] g = new float[w.length];
    for (int p = 0; p < parts; p++) {
      float[] of = row(gradients.apply(p), row);
      for (int o = 0; o < g.length; o++) {
        g[o] += of[o];
      }
    }
    for (int o = 0; o < g.length; o++) {
      float gradient = g[o] / papers;
      m[o] = FADING * m[o] + (1 - FADING) * gradient;
      s[o] = SQUARES_FADING * s[o] + (1 - SQUARES_FADING) * gradient * gradient;
      w[o] -= step * m[o] / ((float) Math.sqrt(s[o]) + LEAST);
    }
  }

  /** A row, and after the last the biases. */
  private static float[] row(Weights of, int row) {
    return row == of.rows().length ? of.biases() : of.rows()[row];
  }
}
