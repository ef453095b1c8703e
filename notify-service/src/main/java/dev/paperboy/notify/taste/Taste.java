package dev.paperboy.notify.taste;

import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * What a reader likes, learned from papers that they liked and disliked: the direction that tells
 * those from all others best while all spread alike, which is the linear discriminant with the rest
 * of the world for the other class (Hariharan, Malik and Ramanan, ECCV 2012).
 *
 * <p>It needs no negative examples, is exact, and takes a reader a hundredth of a millisecond.
 */
public final class Taste {
  /** How much a disliked paper weighs beside a liked one. */
  private static final double DISLIKED = 0.5;

  private static final double LEAST_VARIANCE = 1e-12;

  /** Papers learned from at which the taste counts half. */
  private static final double HALF = 2;

  /** Standard deviations at which a liking is three quarters of all it can be. */
  private static final double STRONG = 3;

  /** Standard deviations along each dimension. */
  private final float[] direction;

  /** Of the mean paper. */
  private final double offset;

  private final int papers;

  private Taste(float[] direction, double offset, int papers) {
    this.direction = direction;
    this.offset = offset;
    this.papers = papers;
  }

  /**
   * Learns.
   *
   * @param liked unit vectors; one or more, or {@code disliked} has
   * @param disliked unit vectors
   */
  public static Taste learn(Background background, List<float[]> liked, List<float[]> disliked) {
    double[] wanted = new double[background.dimensions()];
    add(background, wanted, liked, 1);
    add(background, wanted, disliked, -DISLIKED);
    double[] direction = background.unspread(wanted);
    double variance = 0;
    for (int d = 0; d < wanted.length; d++) {
      variance += direction[d] * wanted[d];
    }
    double usual = Math.sqrt(Math.max(variance, LEAST_VARIANCE));
    float[] scaled = new float[direction.length];
    double offset = 0;
    for (int d = 0; d < scaled.length; d++) {
      scaled[d] = (float) (direction[d] / usual);
      offset += scaled[d] * background.mean(d);
    }
    return new Taste(scaled, offset, liked.size() + disliked.size());
  }

  private static void add(
      Background background, double[] sum, List<float[]> vectors, double weight) {
    for (float[] vector : vectors) {
      double[] centred = background.centred(vector);
      for (int d = 0; d < sum.length; d++) {
        sum[d] += weight * centred[d] / vectors.size();
      }
    }
  }

  /**
   * How much a paper is to the reader's taste.
   *
   * @param vector of any length
   * @param length of the vector; above 0
   * @return standard deviations above the usual paper
   */
  public double of(float[] vector, double length) {
    return VectorUtil.dotProduct(direction, vector) / length - offset;
  }

  /**
   * The same between −1, what the reader wants least, and 1; the nearer to 0 the less is known of
   * the reader.
   *
   * @param vector of any length
   * @param length of the vector; above 0
   */
  public double liking(float[] vector, double length) {
    return Math.tanh(of(vector, length) / STRONG) * papers / (papers + HALF);
  }
}
