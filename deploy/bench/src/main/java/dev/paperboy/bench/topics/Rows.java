package dev.paperboy.bench.topics;

/**
 * What a head is trained on.
 *
 * @param features how many there are
 * @param indices of each row's features
 * @param values of them
 * @param labels of each row
 */
public record Rows(int features, int[][] indices, float[][] values, int[][] labels) {
  /** How many rows there are. */
  public int size() {
    return indices.length;
  }
}
