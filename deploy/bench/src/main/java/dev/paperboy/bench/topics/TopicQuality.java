package dev.paperboy.bench.topics;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.CategoryModel.Blend;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The quality of predicted categories, beside baselines and what is left without each head. */
public final class TopicQuality {
  /** Of the papers to tune on, every so many-th looks for its neighbours: they are slow. */
  private static final int NEIGHBOURS_OF_EVERY = 3;

  private static final int NEIGHBOURS = 30;
  private static final int BASELINE_NEIGHBOURS = 20;
  private static final String OURS = "ours";

  private final Papers papers;
  private final CategoryModel model;
  private final int bytes;
  private final Progress progress;
  private final int labels;
  private final boolean[] measured;
  private final Map<String, Scores> scores = new LinkedHashMap<>();

  private TopicQuality(Papers papers, CategoryModel model, int bytes, Progress progress) {
    this.papers = papers;
    this.model = model;
    this.bytes = bytes;
    this.progress = progress;
    labels = papers.labels().size();
    measured = Scores.measured(papers.test(), labels);
  }

  /** A model in the form that is committed. */
  public static byte[] trained(
      BenchOptions options, VectorCache vectors, String encoder, Progress progress)
      throws IOException {
    return written(new TopicTraining(Papers.read(options, vectors), encoder, progress).train());
  }

  private static byte[] written(CategoryModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  /**
   * Measures on the papers from a day on: the weights that the program carries, where they were
   * trained and tuned on the days before as asked; else weights that are trained anew, by what is
   * left of them after they were written and read.
   */
  public static List<Figure> measure(
      BenchOptions options, VectorCache vectors, String encoder, Progress progress)
      throws IOException {
    Papers papers = Papers.read(options, vectors);
    progress.say("the papers are read");
    CategoryModel model = CategoryModel.committed();
    if (model.span().equals(papers.span()) && model.labels().equals(papers.labels())) {
      progress.say("the weights that the program carries are measured");
    } else {
      model =
          CategoryModel.read(
              new ByteArrayInputStream(
                  written(new TopicTraining(papers, encoder, progress).train())));
    }
    int bytes = written(model).length;
    List<Figure> figures =
        new ArrayList<>(new TopicQuality(papers, model, bytes, progress).measured());
    figures.addAll(HeadTimes.of(model, newest(options)).figures());
    return figures;
  }

  /** Some papers of the newest month. */
  private static List<HeadTimes.Text> newest(BenchOptions options) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<HeadTimes.Text> texts = new ArrayList<>();
    data.read(
        data.months().getFirst(),
        paper -> {
          if (texts.size() < HeadTimes.PAPERS) {
            texts.add(
                new HeadTimes.Text(
                    paper.title(),
                    paper.abstractText(),
                    paper.comments(),
                    paper.authors(),
                    paper.categories()));
          }
        });
    return texts;
  }

  private List<Figure> measured() {
    List<Paper> train = Papers.encoded(papers.train());
    List<Paper> tune = Papers.encoded(papers.tune());
    List<Paper> test = Papers.encoded(papers.test());
    double[][][] ofTune = TopicTraining.odds(model, tune);
    double[][][] ofTest = TopicTraining.odds(model, test);
    for (Evidence evidence : Evidence.values()) {
      Blend blend = model.blend(evidence);
      double[][] said = TopicTraining.likelihoods(blend, Arrays.copyOf(ofTest, evidence.heads()));
      Thresholds own = new Thresholds(blend.threshold(), blend.thresholds());
      scores.put(name(evidence), Scores.of(said, test, measured, own));
    }
    blended("words + authors", tune, test, heads(ofTune, 0, 2), heads(ofTest, 0, 2));
    blended("vector + authors", tune, test, heads(ofTune, 1, 2), heads(ofTest, 1, 2));
    VectorLogistic logistic = new VectorLogistic(train, labels);
    progress.say("the baseline over the vector is trained");
    neighbours(train, tune, test, ofTune, ofTest, logistic);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of("papers trained on", papers.train().size(), "papers")
            .beside("encoded", train.size()));
    figures.add(Figure.of("papers tuned on", tune.size(), "papers"));
    figures.add(
        Figure.of("papers tested on", test.size(), "papers")
            .beside("there are", papers.test().size()));
    figures.add(
        Figure.of("labels measured", scores.get(OURS).labels(), "labels").beside("known", labels));
    figures.add(Figure.of("model file", bytes / 1e6, "MB").atMost(12));
    figures.add(figure("LRAP", Scores::lrap).atLeast(0.90));
    figures.add(figure("P@1", Scores::first).atLeast(0.89));
    figures.add(figure("micro-F1", Scores::micro).atLeast(0.74));
    figures.add(figure("macro-F1", Scores::macro).atLeast(0.55));
    figures.add(figure("ECE of tags", Scores::calibration).atMost(0.03));
    figures.add(figure("ECE of the first", Scores::firstCalibration).atMost(0.03));
    figures.addAll(
        CrossLists.figures(
            TopicTraining.likelihoods(model.blend(Evidence.ALL), ofTest), test, labels));
    return figures;
  }

  private static String name(Evidence evidence) {
    return switch (evidence) {
      case WORDS -> "words";
      case WORDS_AND_VECTOR -> "words + vector";
      case ALL -> OURS;
    };
  }

  private static double[][][] heads(double[][][] odds, int one, int other) {
    return new double[][][] {odds[one], odds[other]};
  }

  /** What heads come to when they are blended as ours are. */
  private void blended(
      String name, List<Paper> tune, List<Paper> test, double[][][] ofTune, double[][][] ofTest) {
    Blend blend = TopicTraining.blend(ofTune, tune, labels);
    scores.put(
        name,
        Scores.of(
            TopicTraining.likelihoods(blend, ofTest),
            test,
            measured,
            new Thresholds(blend.threshold(), blend.thresholds())));
  }

  /** All that takes the neighbours, and the baselines. */
  private void neighbours(
      List<Paper> train,
      List<Paper> tune,
      List<Paper> test,
      double[][][] ofTune,
      double[][][] ofTest,
      VectorLogistic logistic) {
    int[] some =
        IntStream.range(0, tune.size()).filter(p -> p % NEIGHBOURS_OF_EVERY == 0).toArray();
    List<Paper> someTune = Arrays.stream(some).mapToObj(tune::get).toList();
    double[][][] ofSome = new double[ofTune.length][][];
    for (int h = 0; h < ofSome.length; h++) {
      double[][] ofHead = ofTune[h];
      ofSome[h] = Arrays.stream(some).mapToObj(p -> ofHead[p]).toArray(double[][]::new);
    }
    Neighbours known = new Neighbours(train);
    Neighbours.Nearest[] nearTune = known.nearest(someTune, NEIGHBOURS);
    Neighbours.Nearest[] nearTest = known.nearest(test, NEIGHBOURS);
    progress.say("the neighbours of %,d papers are found".formatted(some.length + test.size()));
    blended(
        "ours + neighbours",
        someTune,
        test,
        with(ofSome, shareOdds(nearTune)),
        with(ofTest, shareOdds(nearTest)));
    double[][] wordsTune = likely(ofSome[0]);
    double[][] wordsTest = likely(ofTest[0]);
    baseline("TF-IDF logistic", someTune, test, wordsTune, wordsTest);
    double[][] vectorTune = likely(logistic, someTune);
    double[][] vectorTest = likely(logistic, test);
    baseline("vector logistic", someTune, test, vectorTune, vectorTest);
    double[][] nearestTune = shares(nearTune, BASELINE_NEIGHBOURS);
    double[][] nearestTest = shares(nearTest, BASELINE_NEIGHBOURS);
    baseline("kNN-20", someTune, test, nearestTune, nearestTest);
    baseline(
        "mean with half kNN",
        someTune,
        test,
        mean(wordsTune, vectorTune, nearestTune),
        mean(wordsTest, vectorTest, nearestTest));
  }

  /** By thresholds that the baseline chooses on the papers to tune on. */
  private void baseline(
      String name, List<Paper> tune, List<Paper> test, double[][] ofTune, double[][] ofTest) {
    scores.put(name, Scores.of(ofTest, test, measured, Thresholds.of(ofTune, tune, labels)));
  }

  private Figure figure(String name, ToDoubleFunction<Scores> of) {
    Figure figure = Figure.of(name, of.applyAsDouble(scores.get(OURS)), "");
    for (Map.Entry<String, Scores> score : scores.entrySet()) {
      if (!score.getKey().equals(OURS)) {
        figure = figure.beside(score.getKey(), of.applyAsDouble(score.getValue()));
      }
    }
    return figure;
  }

  private double[][] shares(Neighbours.Nearest[] nearest, int count) {
    return Arrays.stream(nearest)
        .map(near -> NeighbourShares.of(near.likeness(), near.labels(), count, labels))
        .toArray(double[][]::new);
  }

  private double[][] shareOdds(Neighbours.Nearest[] nearest) {
    return Arrays.stream(shares(nearest, NEIGHBOURS))
        .map(NeighbourShares::odds)
        .toArray(double[][]::new);
  }

  private static double[][][] with(double[][][] odds, double[][] more) {
    double[][][] all = Arrays.copyOf(odds, odds.length + 1);
    all[odds.length] = more;
    return all;
  }

  private static double[][] likely(VectorLogistic logistic, List<Paper> of) {
    return likely(of.parallelStream().map(p -> logistic.odds(p.vector())).toArray(double[][]::new));
  }

  private static double[][] likely(double[][] odds) {
    return Arrays.stream(odds)
        .map(row -> Arrays.stream(row).map(o -> 1 / (1 + Math.exp(-o))).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] mean(double[][] words, double[][] vector, double[][] knn) {
    double[][] mean = new double[words.length][words[0].length];
    for (int p = 0; p < mean.length; p++) {
      for (int l = 0; l < mean[p].length; l++) {
        mean[p][l] = (words[p][l] + vector[p][l] + knn[p][l] / 2) / 2.5;
      }
    }
    return mean;
  }
}
