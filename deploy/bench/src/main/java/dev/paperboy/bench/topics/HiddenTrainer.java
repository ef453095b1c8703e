package dev.paperboy.bench.topics;

import dev.paperboy.classify.topic.VectorHead;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains the head over the vector: one hidden layer, gradients of small batches, Adam (Kingma and
 * Ba, 2015), hidden units dropped at random. A batch is split in as many parts whatever the number
 * of threads, and their gradients are added in order: the same seed gives the same weights.
 *
 * @param units of the hidden layer
 * @param passes over all papers
 * @param step of the first update, falling evenly to nothing at the last
 * @param dropped share of the hidden units that a paper is not shown to
 */
record HiddenTrainer(int units, int passes, float step, float dropped, long seed) {
  private static final int BATCH = 256;
  private static final int PARTS = 4;

  /** Most papers are not of most labels. */
  private static final float USUAL_ODDS = -4;

  VectorHead train(List<Paper> papers, int labels) {
    return new Run(papers, labels).trained();
  }

  /** A part of a batch: its gradients, and room for a paper's values. */
  private static final class Part {
    private final Weights hidden;
    private final Weights output;
    private final float[] active;
    private final float[] residuals;
    private final float[] back;

    Part(int dimensions, int units, int labels) {
      hidden = new Weights(dimensions, units);
      output = new Weights(units, labels);
      active = new float[units];
      residuals = new float[labels];
      back = new float[units];
    }
  }

  private final class Run {
    private final byte[][] vectors;
    private final int[][] wanted;
    private final int dimensions;
    private final int labels;
    private final Standard standard;
    private final Weights hidden;
    private final Weights output;
    private final Part[] parts = new Part[PARTS];

    Run(List<Paper> papers, int labels) {
      vectors = papers.stream().map(Paper::vector).toArray(byte[][]::new);
      wanted = papers.stream().map(Paper::labels).toArray(int[][]::new);
      dimensions = vectors[0].length;
      this.labels = labels;
      standard = Standard.of(vectors);
      hidden = new Weights(dimensions, units);
      output = new Weights(units, labels);
      hidden.randomise(new Random(seed), Math.sqrt(2.0 / dimensions));
      Arrays.fill(output.biases(), USUAL_ODDS);
      for (int p = 0; p < PARTS; p++) {
        parts[p] = new Part(dimensions, units, labels);
      }
    }

    VectorHead trained() {
      int[] order = IntStream.range(0, vectors.length).toArray();
      Random random = new Random(seed + 1);
      int batches = (order.length + BATCH - 1) / BATCH;
      Adam ofHidden = new Adam(hidden, PARTS);
      Adam ofOutput = new Adam(output, PARTS);
      int done = 0;
      for (int pass = 0; pass < passes; pass++) {
        Shuffle.of(order, random);
        for (int b = 0; b < batches; b++) {
          int begin = b * BATCH;
          int end = Math.min(begin + BATCH, order.length);
          long of = seed + 31L * done;
          IntStream.range(0, PARTS)
              .parallel()
              .forEach(
                  p ->
                      learn(
                          parts[p],
                          order,
                          begin + p * (end - begin) / PARTS,
                          begin + (p + 1) * (end - begin) / PARTS,
                          new Random(of * PARTS + p)));
          float now = step * (1 - (float) done++ / (passes * batches));
          int size = end - begin;
          ofHidden.move(p -> parts[p].hidden, size, now);
          ofOutput.move(p -> parts[p].output, size, now);
        }
      }
      return head();
    }

    private void learn(Part part, int[] order, int begin, int end, Random random) {
      part.hidden.clear();
      part.output.clear();
      for (int i = begin; i < end; i++) {
        float[] x = standard.of(vectors[order[i]]);
        hidden.sums(x, part.active);
        for (int u = 0; u < units; u++) {
          boolean kept = random.nextFloat() >= dropped;
          part.active[u] = kept ? Math.max(0, part.active[u]) / (1 - dropped) : 0;
        }
        output.sums(part.active, part.residuals);
        for (int l = 0; l < labels; l++) {
          part.residuals[l] = (float) (1 / (1 + StrictMath.exp(-part.residuals[l])));
        }
        for (int label : wanted[order[i]]) {
          part.residuals[label] -= 1;
        }
        output.back(part.residuals, part.back);
        for (int u = 0; u < units; u++) {
          part.back[u] = part.active[u] > 0 ? part.back[u] / (1 - dropped) : 0;
        }
        part.output.add(part.active, part.residuals);
        part.hidden.add(x, part.back);
      }
    }

    /** The head sees vectors as they are: scale and mean go into its weights and biases. */
    private VectorHead head() {
      float[][] ofHidden = new float[units][dimensions];
      float[] hiddenBiases = hidden.biases().clone();
      for (int u = 0; u < units; u++) {
        for (int d = 0; d < dimensions; d++) {
          ofHidden[u][d] = hidden.rows()[d][u] * standard.scales()[d];
          hiddenBiases[u] -= ofHidden[u][d] * standard.means()[d];
        }
      }
      float[][] ofOutput = new float[labels][units];
      for (int l = 0; l < labels; l++) {
        for (int u = 0; u < units; u++) {
          ofOutput[l][u] = output.rows()[u][l];
        }
      }
      return VectorHead.of(ofHidden, hiddenBiases, ofOutput, output.biases());
    }
  }
}
