package dev.paperboy.notify.taste;

import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * Where the vectors of what a reader likes lie: the direction that tells papers that they liked and
 * disliked from all others best while all spread alike, which is the linear discriminant with the
 * rest of the world for the other class (Hariharan, Malik and Ramanan, ECCV 2012).
 *
 * <p>It needs no negative examples, is exact, and takes a reader a hundredth of a millisecond.
 */
final class Direction {
  private static final double LEAST_VARIANCE = 1e-12;

  /** Standard deviations along each dimension. */
  private final float[] direction;

  /** Of the mean paper. */
  private final double offset;

  private Direction(float[] direction, double offset) {
    this.direction = direction;
    this.offset = offset;
  }

  /**
   * Learns.
   *
   * @param liked unit vectors; one or more, or {@code disliked} has
   * @param disliked unit vectors
   * @param weight of the disliked ones beside the liked ones
   */
  static Direction learn(
      Background background, List<float[]> liked, List<float[]> disliked, double weight) {
    double[] wanted = new double[background.dimensions()];
    add(background, wanted, liked, 1);
    add(background, wanted, disliked, -weight);
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
    return new Direction(scaled, offset);
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
   * How far a paper lies along it.
   *
   * @param vector of any length
   * @param length of the vector; above 0
   * @return standard deviations from the usual paper
   */
  double of(float[] vector, double length) {
    return VectorUtil.dotProduct(direction, vector) / length - offset;
  }
}
