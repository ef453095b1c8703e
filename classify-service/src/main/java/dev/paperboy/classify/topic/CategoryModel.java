package dev.paperboy.classify.topic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a paper belongs to each arXiv category: heads over its words, its vector and its
 * authors' earlier papers, blended by log-odds and calibrated. Thread-safe.
 *
 * <p>Made by {@code ./paperboy train topics}; its model card is {@code
 * deploy/docs/models/topics.md}.
 */
public final class CategoryModel {
  private static final int MAGIC = 0x50424332;

  /** What a paper's likelihoods are made from; each adds a head to the one before. */
  public enum Evidence {
    /** Words alone. */
    WORDS(1),
    /** Words and vector. */
    WORDS_AND_VECTOR(2),
    /** Words, vector and what the authors wrote about before. */
    ALL(3);

    private final int heads;

    Evidence(int heads) {
      this.heads = heads;
    }

    /** How many heads it takes, of {@link CategoryModel#odds}. */
    public int heads() {
      return heads;
    }
  }

  /**
   * What of a paper is looked at.
   *
   * @param vector unit vector by the model's encoder; null where only words are asked
   * @param authors by {@link AuthorRecords#hash}
   */
  public record Traits(TextFeatures text, float[] vector, long[] authors) {}

  /**
   * How log-odds of the heads become a likelihood.
   *
   * @param factors of each head's log-odds, for each label
   * @param biases added, for each label
   * @param threshold likelihood from which a label is given, where all tags together count
   * @param thresholds the same for each label, where rare labels count as much as common ones
   */
  public record Blend(float[][] factors, float[] biases, float threshold, float[] thresholds) {
    /**
     * Likelihoods of all labels.
     *
     * @param odds of each head that it has factors for, for each label
     */
    public double[] likelihoods(double[][] odds) {
      double[] likely = new double[biases.length];
      for (int l = 0; l < likely.length; l++) {
        double sum = biases[l];
        for (int h = 0; h < factors.length; h++) {
          sum += factors[h][l] * odds[h][l];
        }
        likely[l] = 1 / (1 + Math.exp(-sum));
      }
      return likely;
    }

    private void write(DataOutputStream out) throws IOException {
      for (float[] ofHead : factors) {
        Floats.write(out, ofHead);
      }
      Floats.write(out, biases);
      out.writeFloat(threshold);
      Floats.write(out, thresholds);
    }

    private static Blend read(DataInputStream in, int heads, int labels) throws IOException {
      float[][] factors = new float[heads][];
      for (int h = 0; h < heads; h++) {
        factors[h] = Floats.read(in, labels);
      }
      return new Blend(factors, Floats.read(in, labels), in.readFloat(), Floats.read(in, labels));
    }
  }

  /**
   * Which papers it knows.
   *
   * @param trainedUntil day of the last papers that heads were trained on
   * @param tunedBefore day before which papers were blended and thresholds chosen on
   */
  public record Span(LocalDate trainedUntil, LocalDate tunedBefore) {}

  /** Resource of the weights that the program carries. */
  public static final String COMMITTED = "/topics/categories.bin";

  private final Span span;
  private final List<String> labels;
  private final String encoder;
  private final SparseHead words;
  private final VectorHead vector;
  private final AuthorRecords authors;
  private final List<Blend> blends;

  /**
   * @param encoder id of the encoder whose vectors {@code vector} was trained on
   * @param blends one for each {@link Evidence}, in its order
   */
  public CategoryModel(
      Span span,
      List<String> labels,
      String encoder,
      SparseHead words,
      VectorHead vector,
      AuthorRecords authors,
      List<Blend> blends) {
    this.span = span;
    this.labels = List.copyOf(labels);
    this.encoder = encoder;
    this.words = words;
    this.vector = vector;
    this.authors = authors;
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
      throw new IOException(
          "not a model of categories of this version; ./paperboy train topics makes one");
    }
    Span span = new Span(LocalDate.ofEpochDay(in.readInt()), LocalDate.ofEpochDay(in.readInt()));
    String encoder = in.readUTF();
    List<String> labels = new ArrayList<>();
    int count = in.readInt();
    for (int l = 0; l < count; l++) {
      labels.add(in.readUTF());
    }
    SparseHead words = SparseHead.read(in);
    VectorHead vector = VectorHead.read(in);
    AuthorRecords authors = AuthorRecords.read(in);
    List<Blend> blends = new ArrayList<>();
    for (Evidence evidence : Evidence.values()) {
      blends.add(Blend.read(in, evidence.heads(), count));
    }
    return new CategoryModel(span, labels, encoder, words, vector, authors, blends);
  }

  /**
   * The model that comes with the program.
   *
   * @throws UncheckedIOException where it can't be read
   */
  public static CategoryModel committed() {
    try (InputStream in = CategoryModel.class.getResourceAsStream(COMMITTED)) {
      if (in == null) {
        throw new FileNotFoundException(
            COMMITTED + " is missing; ./paperboy train topics --data DIR makes it");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the compact form. */
  public void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
    out.writeInt(MAGIC);
    out.writeInt((int) span.trainedUntil().toEpochDay());
    out.writeInt((int) span.tunedBefore().toEpochDay());
    out.writeUTF(encoder);
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    words.write(out);
    vector.write(out);
    authors.write(out);
    for (Blend blend : blends) {
      blend.write(out);
    }
    out.flush();
  }

  /** Which papers it knows. */
  public Span span() {
    return span;
  }

  /** The categories, in the order of all arrays. */
  public List<String> labels() {
    return labels;
  }

  /** Which encoder's vectors it may be asked about. */
  public String encoder() {
    return encoder;
  }

  /** How likelihoods are made from that evidence. */
  public Blend blend(Evidence evidence) {
    return blends.get(evidence.ordinal());
  }

  /** Log-odds of each head that the evidence takes, for each label; not calibrated. */
  public double[][] odds(Evidence evidence, Traits paper) {
    double[][] odds = new double[evidence.heads()][];
    odds[0] = words.odds(paper.text());
    if (evidence.heads() > 1) {
      odds[1] = vector.odds(paper.vector());
    }
    if (evidence.heads() > 2) {
      odds[2] = authors.odds(paper.authors());
    }
    return odds;
  }

  /** The likelihood of every category. */
  public double[] likelihoods(Evidence evidence, Traits paper) {
    return blend(evidence).likelihoods(odds(evidence, paper));
  }

  /** What an occurrence of that feature adds to the log-odds of a label, before the blend. */
  double weight(int slot, int label) {
    return words.weight(slot, label);
  }
}
