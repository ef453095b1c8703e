package dev.paperboy.classify.trend;

import dev.paperboy.classify.topic.SparseHead;
import dev.paperboy.classify.topic.TextFeatures;
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
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was learned of the attention that papers draw: from their text and vector, from how their
 * authors' papers fared, and how much is usual in their field. Thread-safe.
 *
 * <p>Made by {@code ./paperboy train trend}; its model card is {@code deploy/docs/models/trend.md}.
 *
 * @param trainedUntil the last day whose papers it learned from
 * @param encoder of the vectors it may be asked about
 * @param words two heads: 0 to be added to the vector's sum, 1 to stand alone
 * @param vector weights over a unit vector
 * @param text how sums over text are scaled: with vector, and by words alone
 * @param fields what is usual in each, by name as in {@code papers.trend.v1}
 * @param standing of authors
 * @param weights of parts and of what they are made of
 */
public record TrendModel(
    LocalDate trainedUntil,
    String encoder,
    SparseHead words,
    float[] vector,
    Scales text,
    Map<String, Field> fields,
    AuthorStanding standing,
    Weights weights) {
  private static final int MAGIC = 0x50425432;
  private static final String RESOURCE = "/trend/trend.bin";

  /**
   * @param withVector deviation of the sums
   * @param wordsAlone deviation of the sums
   * @param full deviations above the field's mean from which text counts in full
   */
  public record Scales(float withVector, float wordsAlone, float full) {}

  /**
   * What is usual in a field.
   *
   * @param withVector mean of the sums over text
   * @param wordsAlone the same by words alone
   * @param votes factor of the votes that are expected; 1 where little is known
   * @param authors of a paper, geometric mean
   * @param standing what the standing of authors counts, 0 to 1: where few papers of authors who
   *     are known draw attention, they are mostly namesakes
   */
  public record Field(
      float withVector, float wordsAlone, float votes, float authors, float standing) {}

  /**
   * What parts add.
   *
   * @param text at most
   * @param known of {@link AuthorStanding.Strength#known}
   * @param leading of {@link AuthorStanding.Strength#leading}
   * @param all of {@link AuthorStanding.Strength#all}
   * @param authors what the standing of authors adds at most, a cap
   * @param team at most
   * @param code where it says where its code is
   * @param venue where it says where it was accepted
   */
  public record Weights(
      float text,
      float known,
      float leading,
      float all,
      float authors,
      float team,
      float code,
      float venue) {}

  public TrendModel {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /** The one that the program carries. */
  public static TrendModel committed() {
    try (InputStream in = TrendModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException(RESOURCE);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How far the text stands above what is usual in its field.
   *
   * @param vector by the model's encoder; null where words alone are asked
   * @param field a field that is not known has the mean of all
   * @return 0 where it does not, 1 from {@link Scales#full} deviations on
   */
  public double text(TextFeatures features, float[] vector, String field) {
    Field usual = usual(field);
    double above =
        vector == null
            ? (sum(features, null) - usual.wordsAlone()) / text.wordsAlone()
            : (sum(features, vector) - usual.withVector()) / text.withVector();
    return Math.clamp(above / text.full(), 0, 1);
  }

  /** What text comes to before it is compared with its field. */
  public double sum(TextFeatures features, float[] unit) {
    double[] sums = words.odds(features);
    if (unit == null) {
      return sums[1];
    }
    double sum = sums[0];
    for (int d = 0; d < unit.length; d++) {
      sum += vector[d] * unit[d];
    }
    return sum;
  }

  /** What the standing of authors adds to a paper of a field. */
  public double authors(AuthorStanding.Strength strength, String field) {
    double sum =
        weights.known() * strength.known()
            + weights.leading() * strength.leading()
            + weights.all() * strength.all();
    return usual(field).standing() * Math.clamp(sum, 0, weights.authors());
  }

  /** What is usual in a field, or in all of them where it is not known. */
  public Field usual(String field) {
    Field found = fields.get(field);
    return found == null ? fields.get("") : found;
  }

  /** Reads what {@link #write} wrote. */
  public static TrendModel read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from));
    if (in.readInt() != MAGIC) {
      throw new IOException("these are no weights of a trend in this form; train them again");
    }
    LocalDate until = LocalDate.ofEpochDay(in.readInt());
    String encoder = in.readUTF();
    SparseHead words = SparseHead.read(in);
    float[] vector = new float[in.readInt()];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = in.readFloat();
    }
    Scales text = new Scales(in.readFloat(), in.readFloat(), in.readFloat());
    Map<String, Field> fields = new TreeMap<>();
    for (int count = in.readInt(); count > 0; count--) {
      fields.put(
          in.readUTF(),
          new Field(
              in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()));
    }
    AuthorStanding standing = AuthorStanding.read(in);
    Weights weights =
        new Weights(
            in.readFloat(),
            in.readFloat(),
            in.readFloat(),
            in.readFloat(),
            in.readFloat(),
            in.readFloat(),
            in.readFloat(),
            in.readFloat());
    return new TrendModel(until, encoder, words, vector, text, fields, standing, weights);
  }

  /** Writes it in the form of the program's resource. */
  public void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
    out.writeInt(MAGIC);
    out.writeInt((int) trainedUntil.toEpochDay());
    out.writeUTF(encoder);
    words.write(out);
    out.writeInt(vector.length);
    for (float weight : vector) {
      out.writeFloat(weight);
    }
    out.writeFloat(text.withVector());
    out.writeFloat(text.wordsAlone());
    out.writeFloat(text.full());
    out.writeInt(fields.size());
    for (Map.Entry<String, Field> field : fields.entrySet()) {
      out.writeUTF(field.getKey());
      out.writeFloat(field.getValue().withVector());
      out.writeFloat(field.getValue().wordsAlone());
      out.writeFloat(field.getValue().votes());
      out.writeFloat(field.getValue().authors());
      out.writeFloat(field.getValue().standing());
    }
    standing.write(out);
    for (float weight :
        new float[] {
          weights.text(),
          weights.known(),
          weights.leading(),
          weights.all(),
          weights.authors(),
          weights.team(),
          weights.code(),
          weights.venue()
        }) {
      out.writeFloat(weight);
    }
    out.flush();
  }
}
