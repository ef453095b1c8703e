package dev.paperboy.bench.topics;

import dev.paperboy.classify.encode.Vectors;

/**
 * Brings every dimension of vectors to mean 0 and deviation 1.
 *
 * @param scales one over the deviations
 */
record Standard(float[] means, float[] scales) {
  private static final double LEAST_VARIANCE = 1e-9;

  static Standard of(byte[][] vectors) {
    int dimensions = vectors[0].length;
    double[] sums = new double[dimensions];
    double[] squares = new double[dimensions];
    for (byte[] bytes : vectors) {
      float[] v = Vectors.fromBytes(bytes);
      for (int d = 0; d < dimensions; d++) {
        sums[d] += v[d];
        squares[d] += (double) v[d] * v[d];
      }
    }
    float[] means = new float[dimensions];
    float[] scales = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      double mean = sums[d] / vectors.length;
      double variance = squares[d] / vectors.length - mean * mean;
      means[d] = (float) mean;
      scales[d] = (float) (1 / Math.sqrt(Math.max(LEAST_VARIANCE, variance)));
    }
    return new Standard(means, scales);
  }

  /** A vector's unit vector, brought there. */
  float[] of(byte[] vector) {
    float[] x = Vectors.fromBytes(vector);
    for (int d = 0; d < x.length; d++) {
      x[d] = (x[d] - means[d]) * scales[d];
    }
    return x;
  }
}
