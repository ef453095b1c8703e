package dev.paperboy.notify.taste;

import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * What papers are usually like: mean and covariance of their vectors. A reader's papers are told
 * from all others by what they have apart from it.
 *
 * <p>With few papers the covariance is mostly taken to be the same in all directions.
 */
public final class Background {
  /**
   * The part of the covariance that is the same in all directions however many papers there are.
   */
  private static final double LEAST_SHRINKAGE = 0.1;

  private final double[] mean;

  /** The covariance's inverse; symmetric. */
  private final float[][] precision;

  private Background(double[] mean, float[][] precision) {
    this.mean = mean;
    this.precision = precision;
  }

  /**
   * Measures papers.
   *
   * @param vectors unit vectors, all of the same dimensions; one or more
   */
  public static Background of(List<float[]> vectors) {
    int dimensions = vectors.getFirst().length;
    double[] mean = new double[dimensions];
    for (float[] vector : vectors) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += vector[d] / vectors.size();
      }
    }
    double[][] covariance = covariance(vectors, mean);
    shrink(covariance, vectors.size());
    return new Background(mean, inverted(factored(covariance)));
  }

  private static double[][] covariance(List<float[]> vectors, double[] mean) {
    int dimensions = mean.length;
    double[][] sums = new double[dimensions][dimensions];
    double[] centred = new double[dimensions];
    for (float[] vector : vectors) {
      for (int d = 0; d < dimensions; d++) {
        centred[d] = vector[d] - mean[d];
      }
      for (int row = 0; row < dimensions; row++) {
        double[] sum = sums[row];
        double of = centred[row] / vectors.size();
        for (int column = 0; column <= row; column++) {
          sum[column] += of * centred[column];
        }
      }
    }
    return sums;
  }

  private static void shrink(double[][] covariance, int papers) {
    int dimensions = covariance.length;
    double trace = 0;
    for (int d = 0; d < dimensions; d++) {
      trace += covariance[d][d];
    }
    double usual = Math.max(trace / dimensions, 1e-6);
    double shrinkage = Math.max(LEAST_SHRINKAGE, dimensions / (double) (dimensions + papers));
    for (int row = 0; row < dimensions; row++) {
      for (int column = 0; column < row; column++) {
        covariance[row][column] *= 1 - shrinkage;
      }
      covariance[row][row] = (1 - shrinkage) * covariance[row][row] + shrinkage * usual;
    }
  }

  /** In place: Cholesky and Banachiewicz. */
  private static double[][] factored(double[][] matrix) {
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row][column];
        for (int k = 0; k < column; k++) {
          rest -= matrix[row][k] * matrix[column][k];
        }
        matrix[row][column] =
            row == column ? Math.sqrt(Math.max(rest, 1e-9)) : rest / matrix[column][column];
      }
    }
    return matrix;
  }

  /** The inverse of a matrix by its factor, a column at a time. */
  private static float[][] inverted(double[][] factor) {
    float[][] inverse = new float[factor.length][factor.length];
    for (int column = 0; column < factor.length; column++) {
      double[] solved = new double[factor.length];
      solved[column] = 1;
      solve(factor, solved);
      for (int row = 0; row < factor.length; row++) {
        inverse[row][column] = (float) solved[row];
      }
    }
    return inverse;
  }

  /** In place: forwards by the factor, backwards by its transpose. */
  private static void solve(double[][] factor, double[] solved) {
    for (int row = 0; row < solved.length; row++) {
      for (int column = 0; column < row; column++) {
        solved[row] -= factor[row][column] * solved[column];
      }
      solved[row] /= factor[row][row];
    }
    for (int row = solved.length - 1; row >= 0; row--) {
      solved[row] /= factor[row][row];
      for (int column = 0; column < row; column++) {
        solved[column] -= factor[row][column] * solved[row];
      }
    }
  }

  public int dimensions() {
    return mean.length;
  }

  double mean(int dimension) {
    return mean[dimension];
  }

  /** A vector without what all papers have. */
  public double[] centred(float[] vector) {
    double[] centred = new double[mean.length];
    for (int d = 0; d < mean.length; d++) {
      centred[d] = vector[d] - mean[d];
    }
    return centred;
  }

  /** The covariance's inverse times a vector. */
  double[] unspread(double[] vector) {
    float[] of = new float[vector.length];
    for (int d = 0; d < of.length; d++) {
      of[d] = (float) vector[d];
    }
    double[] solved = new double[vector.length];
    for (int d = 0; d < solved.length; d++) {
      solved[d] = VectorUtil.dotProduct(precision[d], of);
    }
    return solved;
  }
}
