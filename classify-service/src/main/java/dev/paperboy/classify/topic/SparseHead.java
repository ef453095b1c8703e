package dev.paperboy.classify.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A logistic head over the words of a paper: for each feature of the vocabulary, how rare it is and
 * the few labels that it speaks for or against.
 */
public final class SparseHead {
  private static final float RARITY_STEP = 1 / 16f;

  private final int[] slots;
  private final byte[] rarities;

  /** Where a feature's labels begin; one more than there are features. */
  private final int[] begins;

  private final byte[] labels;
  private final byte[] weights;
  private final float[] scales;
  private final float[] biases;

  private SparseHead(
      int[] slots,
      byte[] rarities,
      int[] begins,
      byte[] labels,
      byte[] weights,
      float[] scales,
      float[] biases) {
    this.slots = slots;
    this.rarities = rarities;
    this.begins = begins;
    this.labels = labels;
    this.weights = weights;
    this.scales = scales;
    this.biases = biases;
  }

  /**
   * Rounds trained weights to bytes; zeros cost nothing.
   *
   * @param slots the vocabulary, ascending
   * @param rarities of each feature, such as its inverse document frequency; below 16
   * @param rows a row of weights, one for each label, for each feature
   */
  public static SparseHead of(int[] slots, float[] rarities, float[][] rows, float[] biases) {
    float[] scales = new float[biases.length];
    for (float[] row : rows) {
      for (int l = 0; l < scales.length; l++) {
        scales[l] = Math.max(scales[l], Math.abs(row[l]) / Byte.MAX_VALUE);
      }
    }
    int count = 0;
    int[] begins = new int[slots.length + 1];
    byte[] labels = new byte[slots.length * biases.length];
    byte[] weights = new byte[slots.length * biases.length];
    for (int f = 0; f < slots.length; f++) {
      begins[f] = count;
      for (int l = 0; l < scales.length; l++) {
        int weight = scales[l] == 0 ? 0 : Math.round(rows[f][l] / scales[l]);
        if (weight != 0) {
          labels[count] = (byte) l;
          weights[count++] = (byte) weight;
        }
      }
    }
    begins[slots.length] = count;
    byte[] steps = new byte[slots.length];
    for (int f = 0; f < slots.length; f++) {
      steps[f] = rarityStep(rarities[f]);
    }
    return new SparseHead(
        slots,
        steps,
        begins,
        Arrays.copyOf(labels, count),
        Arrays.copyOf(weights, count),
        scales,
        biases.clone());
  }

  private static byte rarityStep(float rarity) {
    return (byte) Math.round(rarity / RARITY_STEP);
  }

  /** A rarity as the head will know it, in steps. */
  public static float rounded(float rarity) {
    return (rarityStep(rarity) & 0xff) * RARITY_STEP;
  }

  /** Reads what {@link #write} wrote. */
  public static SparseHead read(DataInputStream in) throws IOException {
    int features = in.readInt();
    int labelCount = in.readInt();
    int[] slots = new int[features];
    int slot = 0;
    for (int f = 0; f < features; f++) {
      slot += (in.readUnsignedByte() << Short.SIZE) + in.readUnsignedShort();
      slots[f] = slot;
    }
    byte[] rarities = in.readNBytes(features);
    int[] begins = new int[features + 1];
    for (int f = 0; f < features; f++) {
      begins[f + 1] = begins[f] + in.readUnsignedByte();
    }
    int count = begins[features];
    byte[] labels = in.readNBytes(count);
    byte[] weights = in.readNBytes(count);
    return new SparseHead(
        slots,
        rarities,
        begins,
        labels,
        weights,
        Floats.read(in, labelCount),
        Floats.read(in, labelCount));
  }

  /** Writes the head in the form of a model file. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(slots.length);
    out.writeInt(scales.length);
    for (int f = 0; f < slots.length; f++) {
      int step = slots[f] - (f == 0 ? 0 : slots[f - 1]);
      out.writeByte(step >>> Short.SIZE);
      out.writeShort(step);
    }
    out.write(rarities);
    for (int f = 0; f < slots.length; f++) {
      out.writeByte(begins[f + 1] - begins[f]);
    }
    out.write(labels);
    out.write(weights);
    Floats.write(out, scales);
    Floats.write(out, biases);
  }

  /** Log-odds of every label. */
  public double[] odds(TextFeatures text) {
    double[] sums = new double[scales.length];
    double squares = 0;
    int f = 0;
    for (int i = 0; i < text.slots().length; i++) {
      f = Arrays.binarySearch(slots, f < 0 ? -f - 1 : f, slots.length, text.slots()[i]);
      if (f >= 0) {
        float weight = TextFeatures.weight(text.counts()[i], (rarities[f] & 0xff) * RARITY_STEP);
        squares += weight * weight;
        for (int w = begins[f]; w < begins[f + 1]; w++) {
          sums[labels[w] & 0xff] += weight * weights[w];
        }
      }
    }
    double length = Math.sqrt(Math.max(squares, 1e-12));
    for (int l = 0; l < sums.length; l++) {
      sums[l] = biases[l] + sums[l] / length * scales[l];
    }
    return sums;
  }

  /** What a feature weighs for a label, by its rarity; 0 where it has no say. */
  double weight(int slot, int label) {
    int f = Arrays.binarySearch(slots, slot);
    if (f < 0) {
      return 0;
    }
    for (int w = begins[f]; w < begins[f + 1]; w++) {
      if ((labels[w] & 0xff) == label) {
        return (rarities[f] & 0xff) * RARITY_STEP * weights[w] * scales[label];
      }
    }
    return 0;
  }
}
