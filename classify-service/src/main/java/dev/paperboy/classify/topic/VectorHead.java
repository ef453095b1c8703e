package dev.paperboy.classify.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A head over the paper's vector: one hidden layer of rectified units, then a logistic for each
 * label. Weights are bytes with a scale for each row.
 */
public final class VectorHead {
  private final Layer hidden;
  private final Layer output;

  private VectorHead(Layer hidden, Layer output) {
    this.hidden = hidden;
    this.output = output;
  }

  /**
   * Rounds trained weights to bytes.
   *
   * @param hidden a row of weights over the vector for each hidden unit
   * @param output a row of weights over the hidden units for each label
   */
  public static VectorHead of(
      float[][] hidden, float[] hiddenBiases, float[][] output, float[] outputBiases) {
    return new VectorHead(Layer.of(hidden, hiddenBiases), Layer.of(output, outputBiases));
  }

  static VectorHead read(DataInputStream in) throws IOException {
    return new VectorHead(Layer.read(in), Layer.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    hidden.write(out);
    output.write(out);
  }

  /** Log-odds of every label, of a unit vector. */
  public double[] odds(float[] vector) {
    float[] units = hidden.of(vector);
    for (int u = 0; u < units.length; u++) {
      units[u] = Math.max(0, units[u]);
    }
    float[] sums = output.of(units);
    double[] odds = new double[sums.length];
    for (int l = 0; l < odds.length; l++) {
      odds[l] = sums[l];
    }
    return odds;
  }

  /** Sums of weighed inputs. */
  private record Layer(int inputs, float[] scales, float[] biases, byte[] weights) {
    static Layer of(float[][] rows, float[] biases) {
      int inputs = rows[0].length;
      float[] scales = new float[rows.length];
      byte[] weights = new byte[rows.length * inputs];
      for (int r = 0; r < rows.length; r++) {
        float largest = 1e-9f;
        for (float w : rows[r]) {
          largest = Math.max(largest, Math.abs(w));
        }
        scales[r] = largest / Byte.MAX_VALUE;
        for (int i = 0; i < inputs; i++) {
          weights[r * inputs + i] = (byte) Math.round(rows[r][i] / scales[r]);
        }
      }
      return new Layer(inputs, scales, biases.clone(), weights);
    }

    static Layer read(DataInputStream in) throws IOException {
      int rows = in.readInt();
      int inputs = in.readInt();
      return new Layer(
          inputs, Floats.read(in, rows), Floats.read(in, rows), in.readNBytes(rows * inputs));
    }

    void write(DataOutputStream out) throws IOException {
      out.writeInt(scales.length);
      out.writeInt(inputs);
      Floats.write(out, scales);
      Floats.write(out, biases);
      out.write(weights);
    }

    float[] of(float[] values) {
      float[] sums = new float[scales.length];
      for (int r = 0; r < sums.length; r++) {
        float sum = 0;
        int begin = r * inputs;
        for (int i = 0; i < inputs; i++) {
          sum += values[i] * weights[begin + i];
        }
        sums[r] = biases[r] + sum * scales[r];
      }
      return sums;
    }
  }
}
