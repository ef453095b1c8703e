package dev.paperboy.bench.topics;

import dev.paperboy.bench.Progress;
import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.CategoryModel.Blend;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import dev.paperboy.classify.topic.SparseHead;
import dev.paperboy.classify.topic.VectorHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Trains the heads on the papers to train on, and blends them on those to tune on. */
final class TopicTraining {
  private static final int VOCABULARY = 120_000;
  private static final int MOST_BYTES = 7_000_000;

  /** What a feature costs in the file: its slot, its rarity, the number of its weights. */
  private static final int FEATURE_BYTES = 5;

  /** A weight and its label. */
  private static final int WEIGHT_BYTES = 2;

  private static final int LEAST_ENCODED = 2_000;

  private static final LogisticTrainer WORDS = new LogisticTrainer(3, 4, 1, 0, 1);
  private static final HiddenTrainer VECTOR = new HiddenTrainer(256, 6, 2e-3f, 0.2f, 2);

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
    int labels = papers.labels().size();
    AuthorRecords authors =
        AuthorRecords.of(
            papers.train().stream().map(Paper::authors).toList(),
            papers.train().stream().map(Paper::labels).toList(),
            labels);
    say("%,d authors of at least %d papers", authors.size(), AuthorRecords.LEAST_PAPERS);
    SparseHead words = words();
    say("the head over words is trained");
    VectorHead vector = VECTOR.train(encoded, labels);
    say("the head over the vector is trained");
    CategoryModel heads =
        new CategoryModel(
            papers.span(), papers.labels(), encoder, words, vector, authors, List.of());
    double[][][] odds = odds(heads, tuning);
    List<Blend> blends = new ArrayList<>();
    for (Evidence evidence : Evidence.values()) {
      blends.add(blend(Arrays.copyOf(odds, evidence.heads()), tuning, labels));
    }
    say("blended");
    return new CategoryModel(
        papers.span(), papers.labels(), encoder, words, vector, authors, blends);
  }

  /** Odds of each head, for each paper, for each label. */
  static double[][][] odds(CategoryModel heads, List<Paper> papers) {
    double[][][] odds = new double[Evidence.ALL.heads()][papers.size()][];
    IntStream.range(0, papers.size())
        .parallel()
        .forEach(
            p -> {
              double[][] ofPaper = heads.odds(Evidence.ALL, papers.get(p).traits());
              for (int h = 0; h < odds.length; h++) {
                odds[h][p] = ofPaper[h];
              }
            });
    return odds;
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

  /** Blends heads, by papers that none of them was trained on. */
  static Blend blend(double[][][] odds, List<Paper> tuning, int labels) {
    BlendTrainer.Trained trained = new BlendTrainer(odds, tuning, labels).train();
    Blend blend = new Blend(trained.factors(), trained.biases(), 0, null);
    Thresholds thresholds = Thresholds.of(likelihoods(blend, odds), tuning, labels);
    return new Blend(trained.factors(), trained.biases(), thresholds.all(), thresholds.each());
  }

  /** Likelihoods of each paper. */
  static double[][] likelihoods(Blend blend, double[][][] odds) {
    double[][] likelihoods = new double[odds[0].length][];
    for (int p = 0; p < likelihoods.length; p++) {
      double[][] ofPaper = new double[odds.length][];
      for (int h = 0; h < odds.length; h++) {
        ofPaper[h] = odds[h][p];
      }
      likelihoods[p] = blend.likelihoods(ofPaper);
    }
    return likelihoods;
  }
}
