package dev.paperboy.bench.topics;

import dev.paperboy.classify.encode.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The exact nearest papers by vector, as the index would find them. */
final class Neighbours {
  /** Papers of a block: small enough that its vectors stay in a core's cache. */
  private static final int BLOCK = 256;

  /** Papers that ask a block while it is there. */
  private static final int TOGETHER = 64;

  private static final int AT_ONCE = 4;

  private final List<Paper> known;
  private final int dimensions;

  /** Blocks of vectors, dimension by dimension, so that the inner loop runs over papers. */
  private final List<float[]> blocks = new ArrayList<>();

  /**
   * @param known papers with vectors of a multiple of {@value #AT_ONCE} dimensions
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

  /**
   * A paper's nearest.
   *
   * @param likeness cosines, the highest first
   * @param labels of each
   */
  record Nearest(float[] likeness, int[][] labels) {}

  /** The nearest of each paper. */
  Nearest[] nearest(List<Paper> papers, int count) {
    Nearest[] nearest = new Nearest[papers.size()];
    IntStream.range(0, (papers.size() + TOGETHER - 1) / TOGETHER)
        .parallel()
        .forEach(
            group -> {
              int begin = group * TOGETHER;
              int end = Math.min(begin + TOGETHER, papers.size());
              Best[] best = new Best[end - begin];
              for (int p = begin; p < end; p++) {
                best[p - begin] =
                    new Best(Vectors.fromBytes(papers.get(p).vector()), Math.min(count, size()));
              }
              float[] cosines = new float[BLOCK];
              for (int b = 0; b < blocks.size(); b++) {
                for (Best of : best) {
                  cosines(blocks.get(b), of.unit, cosines);
                  of.offer(cosines, b * BLOCK, Math.min(BLOCK, size() - b * BLOCK));
                }
              }
              for (int p = begin; p < end; p++) {
                nearest[p] = best[p - begin].nearest();
              }
            });
    return nearest;
  }

  private int size() {
    return known.size();
  }

  /** The best so far. */
  private final class Best {
    private final float[] unit;
    private final float[] likeness;
    private final int[] papers;
    private int found;

    Best(float[] unit, int count) {
      this.unit = unit;
      likeness = new float[count];
      papers = new int[count];
    }

    void offer(float[] cosines, int first, int count) {
      for (int j = 0; j < count; j++) {
        if (found < likeness.length || cosines[j] > likeness[found - 1]) {
          int at = found < likeness.length ? found++ : found - 1;
          for (; at > 0 && likeness[at - 1] < cosines[j]; at--) {
            likeness[at] = likeness[at - 1];
            papers[at] = papers[at - 1];
          }
          likeness[at] = cosines[j];
          papers[at] = first + j;
        }
      }
    }

    Nearest nearest() {
      return new Nearest(
          likeness,
          Arrays.stream(papers).mapToObj(p -> known.get(p).labels()).toArray(int[][]::new));
    }
  }

  private void cosines(float[] block, float[] unit, float[] sums) {
    Arrays.fill(sums, 0);
    for (int d = 0; d < dimensions; d += AT_ONCE) {
      float v0 = unit[d];
      float v1 = unit[d + 1];
      float v2 = unit[d + 2];
      float v3 = unit[d + 3];
      int begin = d * BLOCK;
      for (int j = 0; j < BLOCK; j++) {
        sums[j] +=
            v0 * block[begin + j]
                + v1 * block[begin + BLOCK + j]
                + v2 * block[begin + 2 * BLOCK + j]
                + v3 * block[begin + 3 * BLOCK + j];
      }
    }
  }
}
