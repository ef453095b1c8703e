package dev.paperboy.bench.topics;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.CategoryModel.Blend;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import dev.paperboy.classify.topic.NeighbourShares;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The quality of predicted categories, beside the heads that they are blended from. */
public final class TopicQuality {
  private static final int BASELINE_NEIGHBOURS = 20;

  private final Papers papers;
  private final CategoryModel model;
  private final int bytes;
  private final Progress progress;

  private TopicQuality(Papers papers, CategoryModel model, int bytes, Progress progress) {
    this.papers = papers;
    this.model = model;
    this.bytes = bytes;
    this.progress = progress;
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
   * Trains on the papers until a day and measures on those from a later one, by what is left of the
   * model after it was written and read.
   */
  public static List<Figure> measure(
      BenchOptions options, VectorCache vectors, String encoder, Progress progress)
      throws IOException {
    Papers papers = Papers.read(options, vectors);
    progress.say("the papers are read");
    byte[] written = written(new TopicTraining(papers, encoder, progress).train());
    CategoryModel model = CategoryModel.read(new ByteArrayInputStream(written));
    return new TopicQuality(papers, model, written.length, progress).measured();
  }

  /** What a method says of the papers to tune and to test on. */
  private record Said(double[][] tune, double[][] test) {}

  private List<Figure> measured() {
    List<Paper> train = Papers.encoded(papers.train());
    List<Paper> tune = Papers.encoded(papers.tune());
    List<Paper> test = Papers.encoded(papers.test());
    boolean[] measured = Scores.measured(papers.test(), papers.labels().size());
    Map<String, Said> methods = methods(train, tune, test);
    Map<String, Scores> scores = new LinkedHashMap<>();
    methods.forEach((name, said) -> scores.put(name, scored(said, tune, test, measured)));
    double[][] shares =
        new Neighbours(train).shares(test, papers.labels().size(), NeighbourShares.NEIGHBOURS);
    for (Evidence evidence : List.of(Evidence.ALL, Evidence.WORDS_AND_VECTOR)) {
      double[][] likelihoods =
          IntStream.range(0, test.size())
              .parallel()
              .mapToObj(
                  p ->
                      model.likelihoods(
                          evidence,
                          test.get(p).text(),
                          Vectors.fromBytes(test.get(p).vector()),
                          shares[p]))
              .toArray(double[][]::new);
      scores.put(
          evidence == Evidence.ALL ? "ours" : "ours without neighbours",
          scored(likelihoods, test, measured, evidence));
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of("papers trained on", papers.train().size(), "papers")
            .beside("encoded", train.size()));
    figures.add(
        Figure.of("papers tuned on", papers.tune().size(), "papers")
            .beside("encoded", tune.size()));
    figures.add(
        Figure.of("papers tested on", test.size(), "papers")
            .beside("there are", papers.test().size()));
    figures.add(
        Figure.of("labels measured", scores.get("ours").labels(), "labels")
            .beside("known", measured.length));
    figures.add(Figure.of("model file", bytes / 1e6, "MB").atMost(5));
    figures.add(figure("LRAP", scores, Scores::lrap).atLeast(0.90));
    figures.add(figure("P@1", scores, Scores::first).atLeast(0.89));
    figures.add(figure("micro-F1", scores, Scores::micro).atLeast(0.74));
    figures.add(figure("macro-F1", scores, Scores::macro).atLeast(0.55));
    figures.add(figure("ECE of tags", scores, Scores::calibration).atMost(0.03));
    figures.add(figure("ECE of the first", scores, Scores::firstCalibration).atMost(0.03));
    progress.say("words alone, on all papers to test on");
    double[][] words =
        papers.test().parallelStream()
            .map(paper -> model.likelihoods(Evidence.WORDS, paper.text(), null, null))
            .toArray(double[][]::new);
    Scores wordsAlone = scored(words, papers.test(), measured, Evidence.WORDS);
    figures.add(Figure.of("words alone: LRAP", wordsAlone.lrap(), ""));
    figures.add(Figure.of("words alone: P@1", wordsAlone.first(), ""));
    figures.add(Figure.of("words alone: micro-F1", wordsAlone.micro(), ""));
    figures.add(Figure.of("words alone: macro-F1", wordsAlone.macro(), ""));
    figures.add(Figure.of("words alone: ECE of tags", wordsAlone.calibration(), ""));
    return figures;
  }

  /** By thresholds that the method itself chooses on the papers to tune on. */
  private static Scores scored(Said said, List<Paper> tune, List<Paper> test, boolean[] measured) {
    return Scores.of(
        said.test(), test, measured, Thresholds.of(said.tune(), tune, measured.length));
  }

  /** By the model's own thresholds. */
  private Scores scored(
      double[][] likelihoods, List<Paper> test, boolean[] measured, Evidence evidence) {
    Blend blend = model.blend(evidence);
    return Scores.of(
        likelihoods, test, measured, new Thresholds(blend.threshold(), blend.thresholds()));
  }

  private static Figure figure(
      String name, Map<String, Scores> scores, ToDoubleFunction<Scores> of) {
    Figure figure = Figure.of(name, of.applyAsDouble(scores.get("ours")), "");
    for (Map.Entry<String, Scores> score : scores.entrySet()) {
      if (!score.getKey().equals("ours")) {
        figure = figure.beside(score.getKey(), of.applyAsDouble(score.getValue()));
      }
    }
    return figure;
  }

  private Map<String, Said> methods(List<Paper> train, List<Paper> tune, List<Paper> test) {
    Neighbours neighbours = new Neighbours(train);
    int labels = papers.labels().size();
    Said words = new Said(words(tune), words(test));
    Said vector = new Said(vector(tune), vector(test));
    Said knn =
        new Said(
            neighbours.shares(tune, labels, BASELINE_NEIGHBOURS),
            neighbours.shares(test, labels, BASELINE_NEIGHBOURS));
    progress.say(
        String.format(
            Locale.ROOT, "neighbours of %,d papers are found", tune.size() + test.size()));
    Map<String, Said> methods = new LinkedHashMap<>();
    methods.put("TF-IDF logistic", words);
    methods.put("bge logistic", vector);
    methods.put("kNN-20", knn);
    methods.put(
        "mean with half kNN",
        new Said(
            mean(words.tune(), vector.tune(), knn.tune()),
            mean(words.test(), vector.test(), knn.test())));
    return methods;
  }

  private double[][] words(List<Paper> of) {
    return of.parallelStream()
        .map(paper -> likely(model.oddsOfWords(paper.text())))
        .toArray(double[][]::new);
  }

  private double[][] vector(List<Paper> of) {
    return of.parallelStream()
        .map(paper -> likely(model.oddsOfVector(Vectors.fromBytes(paper.vector()))))
        .toArray(double[][]::new);
  }

  private static double[] likely(double[] odds) {
    for (int l = 0; l < odds.length; l++) {
      odds[l] = 1 / (1 + Math.exp(-odds[l]));
    }
    return odds;
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
