package dev.paperboy.classify.topic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a paper belongs to each arXiv category: heads over its words, its vector and its
 * neighbours, blended by log-odds and calibrated. Thread-safe.
 *
 * <p>Made by {@code ./paperboy train topics}; its model card is {@code
 * deploy/docs/models/topics.md}.
 */
public final class CategoryModel {
  private static final int MAGIC = 0x50424331;
  private static final double LEAST_SHARE = 0.01;

  /** What a paper's likelihoods are made from. */
  public enum Evidence {
    /** Words alone. */
    WORDS,
    /** Words and vector: while there are few papers to be neighbours of. */
    WORDS_AND_VECTOR,
    /** Words, vector and the categories of the nearest known papers. */
    ALL
  }

  /**
   * How log-odds of the heads become a likelihood.
   *
   * @param words factor of the words' log-odds
   * @param vector of the vector's
   * @param neighbours of the neighbours'
   * @param biases added, for each label
   * @param threshold likelihood from which a label is given, where all tags together count
   * @param thresholds the same for each label, where rare labels count as much as common ones
   */
  public record Blend(
      float words,
      float vector,
      float neighbours,
      float[] biases,
      float threshold,
      float[] thresholds) {}

  private final List<String> labels;
  private final String encoder;
  private final SparseHead words;
  private final LinearHead vector;
  private final List<Blend> blends;

  /**
   * @param encoder id of the encoder whose vectors {@code vector} was trained on
   * @param blends one for each {@link Evidence}, in its order
   */
  public CategoryModel(
      List<String> labels,
      String encoder,
      SparseHead words,
      LinearHead vector,
      List<Blend> blends) {
    this.labels = List.copyOf(labels);
    this.encoder = encoder;
    this.words = words;
    this.vector = vector;
    this.blends = List.copyOf(blends);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException also where it is something else
   */
  public static CategoryModel read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of categories");
    }
    String encoder = in.readUTF();
    List<String> labels = new ArrayList<>();
    int count = in.readInt();
    for (int l = 0; l < count; l++) {
      labels.add(in.readUTF());
    }
    SparseHead words = SparseHead.read(in);
    LinearHead vector = LinearHead.read(in);
    List<Blend> blends = new ArrayList<>();
    for (int e = 0; e < Evidence.values().length; e++) {
      blends.add(
          new Blend(
              in.readFloat(),
              in.readFloat(),
              in.readFloat(),
              Floats.read(in, count),
              in.readFloat(),
              Floats.read(in, count)));
    }
    return new CategoryModel(labels, encoder, words, vector, blends);
  }

  /** Writes the compact form. */
  public void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
    out.writeInt(MAGIC);
    out.writeUTF(encoder);
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    words.write(out);
    vector.write(out);
    for (Blend blend : blends) {
      Floats.write(out, new float[] {blend.words(), blend.vector(), blend.neighbours()});
      Floats.write(out, blend.biases());
      out.writeFloat(blend.threshold());
      Floats.write(out, blend.thresholds());
    }
    out.flush();
  }

  /** The categories, in the order of all arrays. */
  public List<String> labels() {
    return labels;
  }

  /** Which encoder's vectors it may be asked about. */
  public String encoder() {
    return encoder;
  }

  /** Log-odds by the words alone, not calibrated. */
  public double[] oddsOfWords(TextFeatures text) {
    return words.odds(text);
  }

  /** Log-odds by the vector alone, not calibrated. */
  public double[] oddsOfVector(float[] unit) {
    return vector.odds(unit);
  }

  /** How likelihoods are made from that evidence. */
  public Blend blend(Evidence evidence) {
    return blends.get(evidence.ordinal());
  }

  /**
   * The likelihood of every category.
   *
   * @param unit the paper's unit vector; may be null for {@link Evidence#WORDS}
   * @param shares of each category among the nearest known papers, in [0, 1]; needed for {@link
   *     Evidence#ALL} only
   */
  public double[] likelihoods(Evidence evidence, TextFeatures text, float[] unit, double[] shares) {
    Blend blend = blends.get(evidence.ordinal());
    double[] odds = words.odds(text);
    double[] ofVector = evidence == Evidence.WORDS ? null : vector.odds(unit);
    for (int l = 0; l < odds.length; l++) {
      double sum = blend.biases()[l] + blend.words() * odds[l];
      if (evidence != Evidence.WORDS) {
        sum += blend.vector() * ofVector[l];
      }
      if (evidence == Evidence.ALL) {
        sum += blend.neighbours() * shareOdds(shares[l]);
      }
      odds[l] = 1 / (1 + Math.exp(-sum));
    }
    return odds;
  }

  /** Log-odds of a share among neighbours, finite at 0 and 1. */
  public static double shareOdds(double share) {
    return Math.log((share + LEAST_SHARE) / (1 - share + LEAST_SHARE));
  }
}
