package dev.paperboy.bench.topics;

import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.NeighbourShares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The exact nearest papers by vector, as the index would find them. */
final class Neighbours {
  private static final int BLOCK = 512;

  private final List<Paper> known;
  private final int dimensions;

  /** Blocks of vectors, dimension by dimension, so that the inner loop runs over papers. */
  private final List<float[]> blocks = new ArrayList<>();

  /**
   * @param known papers with vectors
   */
  Neighbours(List<Paper> known) {
    this.known = known;
    this.dimensions = known.isEmpty() ? 0 : known.getFirst().vector().length;
    for (int begin = 0; begin < known.size(); begin += BLOCK) {
      float[] block = new float[BLOCK * dimensions];
      for (int p = begin; p < Math.min(begin + BLOCK, known.size()); p++) {
        float[] unit = Vectors.fromBytes(known.get(p).vector());
        for (int d = 0; d < dimensions; d++) {
          block[d * BLOCK + p - begin] = unit[d];
        }
      }
      blocks.add(block);
    }
  }

  /** The shares of the labels among each paper's nearest. */
  double[][] shares(List<Paper> papers, int labels, int count) {
    double[][] shares = new double[papers.size()][];
    IntStream.range(0, papers.size())
        .parallel()
        .forEach(p -> shares[p] = shares(Vectors.fromBytes(papers.get(p).vector()), labels, count));
    return shares;
  }

  private double[] shares(float[] unit, int labels, int count) {
    double[] best = new double[Math.min(count, known.size())];
    int[] nearest = new int[best.length];
    int size = 0;
    float[] cosines = new float[BLOCK];
    for (int b = 0; b < blocks.size(); b++) {
      cosines(blocks.get(b), unit, cosines);
      for (int j = 0; j < BLOCK && b * BLOCK + j < known.size(); j++) {
        if (size < best.length || cosines[j] > best[size - 1]) {
          int at = size < best.length ? size++ : size - 1;
          for (; at > 0 && best[at - 1] < cosines[j]; at--) {
            best[at] = best[at - 1];
            nearest[at] = nearest[at - 1];
          }
          best[at] = cosines[j];
          nearest[at] = b * BLOCK + j;
        }
      }
    }
    int[][] theirs = new int[size][];
    for (int n = 0; n < size; n++) {
      theirs[n] = known.get(nearest[n]).labels();
    }
    return NeighbourShares.of(best, theirs, labels);
  }

  private void cosines(float[] block, float[] unit, float[] sums) {
    Arrays.fill(sums, 0);
    for (int d = 0; d < dimensions; d++) {
      float value = unit[d];
      int begin = d * BLOCK;
      for (int j = 0; j < BLOCK; j++) {
        sums[j] += value * block[begin + j];
      }
    }
  }
}
