package dev.paperboy.bench.topics;

import java.util.Arrays;
import java.util.List;

/** A baseline: one logistic for each label over the standardised vector, not rounded. */
final class VectorLogistic {
  private static final LogisticTrainer TRAINER = new LogisticTrainer(2, 0.02f, 1, 1e-4f, 2);

  private final Standard standard;
  private final LogisticTrainer.Trained trained;

  VectorLogistic(List<Paper> papers, int labelCount) {
    standard = Standard.of(papers.stream().map(Paper::vector).toArray(byte[][]::new));
    int dimensions = standard.means().length;
    int[] all = new int[dimensions];
    Arrays.setAll(all, d -> d);
    int[][] indices = new int[papers.size()][];
    Arrays.fill(indices, all);
    float[][] values = papers.stream().map(p -> standard.of(p.vector())).toArray(float[][]::new);
    int[][] labels = papers.stream().map(Paper::labels).toArray(int[][]::new);
    trained = TRAINER.train(new Rows(dimensions, indices, values, labels), labelCount);
  }

  double[] odds(byte[] vector) {
    float[] x = standard.of(vector);
    double[] odds = new double[trained.biases().length];
    for (int l = 0; l < odds.length; l++) {
      odds[l] = trained.biases()[l];
    }
    for (int d = 0; d < x.length; d++) {
      for (int l = 0; l < odds.length; l++) {
        odds[l] += x[d] * trained.weights()[d][l];
      }
    }
    return odds;
  }
}
