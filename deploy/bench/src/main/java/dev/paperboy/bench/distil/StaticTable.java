package dev.paperboy.bench.distil;

import dev.paperboy.classify.encode.Vectors;
import java.util.List;

/**
 * Estimates the encoder's vector of a text by the weighted sum of one vector per token, around the
 * mean of all texts. Model2Vec and its like begin with the encoder's vector of each token by
 * itself; this one is fitted to vectors of whole texts.
 */
public final class StaticTable {
  private final float[] mean;
  private final float[][] rows;

  /**
   * @param mean vector of the texts it was fitted to
   * @param rows by token id; null where a token was too rare
   */
  StaticTable(float[] mean, float[][] rows) {
    this.mean = mean;
    this.rows = rows;
  }

  /**
   * Fits a table.
   *
   * @param vectors the encoder's, one per bag
   */
  public static StaticTable fit(List<TokenBag> bags, List<float[]> vectors) {
    float[] mean = mean(vectors);
    float[][] centred = new float[vectors.size()][];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = vectors.get(i).clone();
      for (int d = 0; d < mean.length; d++) {
        centred[i][d] -= mean[d];
      }
    }
    return new StaticTable(mean, new TableFit(bags, centred).rows());
  }

  private static float[] mean(List<float[]> vectors) {
    double[] sums = new double[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int d = 0; d < sums.length; d++) {
        sums[d] += vector[d];
      }
    }
    float[] mean = new float[sums.length];
    for (int d = 0; d < mean.length; d++) {
      mean[d] = (float) (sums[d] / vectors.size());
    }
    return mean;
  }

  /** The estimate, a unit vector owned by the caller. */
  public float[] vector(TokenBag bag) {
    float[] vector = mean.clone();
    for (int i = 0; i < bag.tokens().length; i++) {
      int token = bag.tokens()[i];
      if (token < rows.length && rows[token] != null) {
        TableFit.add(vector, rows[token], bag.weights()[i]);
      }
    }
    return Vectors.unit(vector);
  }
}
