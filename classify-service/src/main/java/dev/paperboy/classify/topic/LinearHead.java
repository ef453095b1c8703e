package dev.paperboy.classify.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A logistic head over the paper's vector: one row of bytes, a scale and a bias for each label. */
public final class LinearHead {
  private final int dimensions;
  private final float[] scales;
  private final float[] biases;
  private final byte[] weights;

  private LinearHead(int dimensions, float[] scales, float[] biases, byte[] weights) {
    this.dimensions = dimensions;
    this.scales = scales;
    this.biases = biases;
    this.weights = weights;
  }

  /**
   * Rounds trained weights to bytes.
   *
   * @param rows a row of weights for each label
   */
  public static LinearHead of(float[][] rows, float[] biases) {
    int dimensions = rows[0].length;
    float[] scales = new float[rows.length];
    byte[] weights = new byte[rows.length * dimensions];
    for (int l = 0; l < rows.length; l++) {
      float largest = 1e-9f;
      for (float w : rows[l]) {
        largest = Math.max(largest, Math.abs(w));
      }
      scales[l] = largest / Byte.MAX_VALUE;
      for (int d = 0; d < dimensions; d++) {
        weights[l * dimensions + d] = (byte) Math.round(rows[l][d] / scales[l]);
      }
    }
    return new LinearHead(dimensions, scales, biases.clone(), weights);
  }

  static LinearHead read(DataInputStream in) throws IOException {
    int labels = in.readInt();
    int dimensions = in.readInt();
    float[] scales = Floats.read(in, labels);
    float[] biases = Floats.read(in, labels);
    return new LinearHead(dimensions, scales, biases, in.readNBytes(labels * dimensions));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(scales.length);
    out.writeInt(dimensions);
    Floats.write(out, scales);
    Floats.write(out, biases);
    out.write(weights);
  }

  /** Log-odds of every label. */
  public double[] odds(float[] vector) {
    double[] odds = new double[scales.length];
    for (int l = 0; l < odds.length; l++) {
      float sum = 0;
      for (int d = 0; d < dimensions; d++) {
        sum += vector[d] * weights[l * dimensions + d];
      }
      odds[l] = biases[l] + sum * scales[l];
    }
    return odds;
  }
}
