package dev.paperboy.bench.topics;

import java.util.Arrays;
import java.util.Random;

/**
 * A layer's weights or their gradients: a row over the outputs for each input, so that inner loops
 * run over neighbouring floats.
 */
record Weights(float[][] rows, float[] biases) {
  Weights(int inputs, int outputs) {
    this(new float[inputs][outputs], new float[outputs]);
  }

  void randomise(Random random, double deviation) {
    for (float[] row : rows) {
      for (int o = 0; o < row.length; o++) {
        row[o] = (float) (random.nextGaussian() * deviation);
      }
    }
  }

  void clear() {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(biases, 0);
  }

  /** The outputs for these inputs. */
  void sums(float[] inputs, float[] outputs) {
    System.arraycopy(biases, 0, outputs, 0, biases.length);
    for (int i = 0; i < rows.length; i++) {
      float value = inputs[i];
      if (value != 0) {
        float[] row = rows[i];
        for (int o = 0; o < outputs.length; o++) {
          outputs[o] += value * row[o];
        }
      }
    }
  }

  /** What gradients at the outputs are at the inputs. */
  void back(float[] outputs, float[] inputs) {
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      float sum = 0;
      for (int o = 0; o < outputs.length; o++) {
        sum += outputs[o] * row[o];
      }
      inputs[i] = sum;
    }
  }

  /** Adds a paper's gradients. */
  void add(float[] inputs, float[] outputs) {
    for (int i = 0; i < rows.length; i++) {
      float value = inputs[i];
      if (value != 0) {
        float[] row = rows[i];
        for (int o = 0; o < outputs.length; o++) {
          row[o] += value * outputs[o];
        }
      }
    }
    for (int o = 0; o < outputs.length; o++) {
      biases[o] += outputs[o];
    }
  }
}
