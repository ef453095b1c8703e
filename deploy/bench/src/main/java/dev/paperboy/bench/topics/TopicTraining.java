package dev.paperboy.bench.topics;

import dev.paperboy.bench.Progress;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.CategoryModel.Blend;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import dev.paperboy.classify.topic.LinearHead;
import dev.paperboy.classify.topic.NeighbourShares;
import dev.paperboy.classify.topic.SparseHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Trains the heads on the papers to train on, and blends them on those to tune on. */
final class TopicTraining {
  private static final int VOCABULARY = 120_000;
  private static final int MOST_BYTES = 5_000_000;

  /** What a feature costs in the file: its slot, its rarity, the number of its weights. */
  private static final int FEATURE_BYTES = 5;

  /** A weight and its label. */
  private static final int WEIGHT_BYTES = 2;

  private static final int LEAST_ENCODED = 2_000;

  private static final LogisticTrainer WORDS = new LogisticTrainer(3, 4, 1, 0, 1);
  private static final LogisticTrainer VECTOR = new LogisticTrainer(5, 0.02f, 1, 1e-4f, 2);

  private final Papers papers;
  private final String encoder;
  private final Progress progress;

  TopicTraining(Papers papers, String encoder, Progress progress) {
    this.papers = papers;
    this.encoder = encoder;
    this.progress = progress;
  }

  /**
   * A trained model.
   *
   * @throws IOException where too few papers are in the vector cache
   */
  CategoryModel train() throws IOException {
    List<Paper> encoded = Papers.encoded(papers.train());
    List<Paper> tuning = Papers.encoded(papers.tune());
    if (encoded.size() < LEAST_ENCODED || tuning.size() < LEAST_ENCODED / 4) {
      throw new IOException(
          "too few papers are in the vector cache, "
              + encoded.size()
              + " to train on and "
              + tuning.size()
              + " to tune on; fill it with ./paperboy bench encode --data DIR");
    }
    say(
        "%,d labels, %,d papers to train on, %,d of them encoded",
        papers.labels().size(), papers.train().size(), encoded.size());
    SparseHead words = words();
    say("the head over words is trained");
    LinearHead vector = vector(encoded);
    say("the head over the vector is trained");
    int labels = papers.labels().size();
    double[][] ofWords = odds(words, papers.tune());
    double[][] ofWordsEncoded = odds(words, tuning);
    double[][] ofVector =
        tuning.stream()
            .map(p -> vector.odds(Vectors.fromBytes(p.vector())))
            .toArray(double[][]::new);
    double[][] ofNeighbours =
        new Neighbours(encoded).shares(tuning, labels, NeighbourShares.NEIGHBOURS);
    for (double[] shares : ofNeighbours) {
      Arrays.setAll(shares, l -> CategoryModel.shareOdds(shares[l]));
    }
    say("the neighbours of %,d papers to tune on are found", tuning.size());
    List<Blend> blends = new ArrayList<>();
    blends.add(blend(papers.tune(), ofWords));
    blends.add(blend(tuning, ofWordsEncoded, ofVector));
    blends.add(blend(tuning, ofWordsEncoded, ofVector, ofNeighbours));
    say("blended and calibrated");
    return new CategoryModel(papers.labels(), encoder, words, vector, blends);
  }

  private void say(String format, Object... values) {
    progress.say(String.format(Locale.ROOT, format, values));
  }

  private SparseHead words() {
    Vocabulary vocabulary = Vocabulary.of(papers.train(), VOCABULARY);
    Rows rows = vocabulary.rows(papers.train());
    say("%,d words and pairs of words", vocabulary.slots().length);
    LogisticTrainer.Trained trained = WORDS.train(rows, papers.labels().size());
    prune(trained.weights(), rows);
    return SparseHead.of(
        vocabulary.slots(), vocabulary.rarities(), trained.weights(), trained.biases());
  }

  /** Zeroes the weights that matter least, so that the file is as small as it must be. */
  private void prune(float[][] weights, Rows rows) {
    double[] squares = new double[rows.features()];
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < rows.indices()[row].length; i++) {
        squares[rows.indices()[row][i]] += rows.values()[row][i] * rows.values()[row][i];
      }
    }
    int labels = papers.labels().size();
    float[] importance = new float[weights.length * labels];
    for (int f = 0; f < weights.length; f++) {
      for (int l = 0; l < labels; l++) {
        importance[f * labels + l] = Math.abs(weights[f][l]) * (float) Math.sqrt(squares[f]);
      }
    }
    int room = MOST_BYTES - weights.length * FEATURE_BYTES - labels * 500;
    int keep = room / WEIGHT_BYTES;
    float[] sorted = importance.clone();
    Arrays.parallelSort(sorted);
    float least = sorted[Math.max(0, sorted.length - keep)];
    for (int f = 0; f < weights.length; f++) {
      for (int l = 0; l < labels; l++) {
        if (importance[f * labels + l] < least) {
          weights[f][l] = 0;
        }
      }
    }
  }

  private LinearHead vector(List<Paper> encoded) {
    int dimensions = encoded.getFirst().vector().length;
    float[][] values = new float[encoded.size()][];
    double[] means = new double[dimensions];
    double[] squares = new double[dimensions];
    for (int p = 0; p < values.length; p++) {
      values[p] = Vectors.fromBytes(encoded.get(p).vector());
      for (int d = 0; d < dimensions; d++) {
        means[d] += values[p][d] / values.length;
        squares[d] += (double) values[p][d] * values[p][d] / values.length;
      }
    }
    float[] scales = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      scales[d] = (float) (1 / Math.sqrt(Math.max(1e-9, squares[d] - means[d] * means[d])));
    }
    int[] all = new int[dimensions];
    Arrays.setAll(all, d -> d);
    int[][] indices = new int[values.length][];
    int[][] labels = new int[values.length][];
    for (int p = 0; p < values.length; p++) {
      indices[p] = all;
      labels[p] = encoded.get(p).labels();
      for (int d = 0; d < dimensions; d++) {
        values[p][d] = (values[p][d] - (float) means[d]) * scales[d];
      }
    }
    LogisticTrainer.Trained trained =
        VECTOR.train(new Rows(dimensions, indices, values, labels), papers.labels().size());
    // The head sees vectors as they are: scale and mean go into its weights and biases.
    float[][] weights = new float[papers.labels().size()][dimensions];
    float[] biases = trained.biases();
    for (int l = 0; l < weights.length; l++) {
      for (int d = 0; d < dimensions; d++) {
        weights[l][d] = trained.weights()[d][l] * scales[d];
        biases[l] -= weights[l][d] * (float) means[d];
      }
    }
    return LinearHead.of(weights, biases);
  }

  private static double[][] odds(SparseHead words, List<Paper> papers) {
    return papers.parallelStream().map(paper -> words.odds(paper.text())).toArray(double[][]::new);
  }

  private Blend blend(List<Paper> tuning, double[][]... odds) {
    int labels = papers.labels().size();
    BlendTrainer.Trained trained = new BlendTrainer(odds, tuning, labels).train();
    double[][] likelihoods = new double[tuning.size()][labels];
    for (int p = 0; p < likelihoods.length; p++) {
      for (int l = 0; l < labels; l++) {
        double sum = trained.biases()[l];
        for (int h = 0; h < odds.length; h++) {
          sum += trained.factors()[h] * odds[h][p][l];
        }
        likelihoods[p][l] = 1 / (1 + Math.exp(-sum));
      }
    }
    Thresholds thresholds = Thresholds.of(likelihoods, tuning, labels);
    double[] factors = Arrays.copyOf(trained.factors(), Evidence.values().length);
    say("factors %s", Arrays.toString(factors));
    return new Blend(
        (float) factors[0],
        (float) factors[1],
        (float) factors[2],
        trained.biases(),
        thresholds.all(),
        thresholds.each());
  }
}
