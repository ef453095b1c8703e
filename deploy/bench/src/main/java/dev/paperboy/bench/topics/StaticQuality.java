package dev.paperboy.bench.topics;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.distil.StaticTable;
import dev.paperboy.bench.distil.TokenBag;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What categories lose where a table of token vectors stands in for the encoder: predicted from the
 * vector alone, by weights learned from the encoder's vectors and by weights learned from the
 * table's. The table is fitted to the papers trained on.
 */
public final class StaticQuality {
  /** Texts that both encode, for their speed. */
  private static final int TIMED = 200;

  private final Papers papers;
  private final Map<String, TokenBag> bags;
  private final boolean[] measured;

  private StaticQuality(Papers papers, Map<String, TokenBag> bags) {
    this.papers = papers;
    this.bags = bags;
    this.measured = Scores.measured(papers.test(), papers.labels().size());
  }

  /** Measures on the papers in the cache from a day on. */
  public static List<Figure> measure(BenchOptions options, VectorCache vectors, Progress progress)
      throws IOException {
    Papers papers = Papers.read(options, vectors);
    progress.say("the papers are read");
    Map<String, TokenBag> bags = new HashMap<>();
    List<String> timed = new ArrayList<>();
    DataDirectory data = new DataDirectory(options.dataDirectory());
    try (HuggingFaceTokenizer tokenizer = BgeSmallEncoder.tokenizer()) {
      for (Path month : data.months().reversed()) {
        data.read(
            month,
            paper -> {
              if (vectors.get(paper.text()) != null) {
                bags.putIfAbsent(paper.id(), TokenBag.of(tokenizer, paper.text()));
                if (timed.size() < TIMED) {
                  timed.add(paper.text());
                }
              }
            });
      }
      progress.say("%,d encoded papers are tokenised".formatted(bags.size()));
      StaticQuality quality = new StaticQuality(papers, bags);
      List<Paper> train = Papers.encoded(papers.train());
      StaticTable table =
          StaticTable.fit(
              train.stream().map(paper -> bags.get(paper.id())).toList(),
              train.stream().map(paper -> Vectors.fromBytes(paper.vector())).toList());
      progress.say("the table is fitted to %,d of them".formatted(train.size()));
      List<Figure> figures = quality.figures(table, train, progress);
      figures.add(speed(table, tokenizer, timed));
      return figures;
    }
  }

  private List<Figure> figures(StaticTable table, List<Paper> train, Progress progress) {
    List<Paper> tune = Papers.encoded(papers.tune());
    List<Paper> test = Papers.encoded(papers.test());
    List<Paper> tuneByTable = estimated(table, tune);
    List<Paper> testByTable = estimated(table, test);
    VectorLogistic ofEncoder = new VectorLogistic(train, papers.labels().size());
    VectorLogistic ofTable = new VectorLogistic(estimated(table, train), papers.labels().size());
    progress.say("the weights are learned");
    Scores exact = scores(ofEncoder, tune, test);
    Scores own = scores(ofTable, tuneByTable, testByTable);
    Scores mixed = scores(ofEncoder, tune, testByTable);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of("table: papers fitted to", train.size(), "papers").beside("test", test.size()));
    figures.add(cosines(test, testByTable));
    figures.add(beside("table: LRAP", own.lrap(), exact.lrap(), mixed.lrap()));
    figures.add(beside("table: P@1", own.first(), exact.first(), mixed.first()));
    figures.add(beside("table: micro-F1", own.micro(), exact.micro(), mixed.micro()));
    return figures;
  }

  private List<Paper> estimated(StaticTable table, List<Paper> of) {
    return of.parallelStream()
        .map(
            paper ->
                new Paper(
                    paper.id(),
                    paper.day(),
                    paper.text(),
                    paper.authors(),
                    paper.labels(),
                    Vectors.toBytes(table.vector(bags.get(paper.id())))))
        .toList();
  }

  private Scores scores(VectorLogistic logistic, List<Paper> tune, List<Paper> test) {
    return Scores.of(
        likely(logistic, test),
        test,
        measured,
        Thresholds.of(likely(logistic, tune), tune, papers.labels().size()));
  }

  private static double[][] likely(VectorLogistic logistic, List<Paper> of) {
    return of.parallelStream()
        .map(
            paper ->
                Arrays.stream(logistic.odds(paper.vector()))
                    .map(o -> 1 / (1 + Math.exp(-o)))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static Figure beside(String name, double own, double exact, double mixed) {
    return Figure.of(name, own, "")
        .beside("encoder", exact)
        .beside("table, with the encoder's weights", mixed);
  }

  /** How near the estimates are, beside how near the mean of all is. */
  private static Figure cosines(List<Paper> exact, List<Paper> estimated) {
    float[] mean = new float[BgeSmallEncoder.DIMENSIONS];
    for (Paper paper : exact) {
      float[] vector = Vectors.fromBytes(paper.vector());
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d];
      }
    }
    Vectors.unit(mean);
    double near = 0;
    double nearMean = 0;
    for (int p = 0; p < exact.size(); p++) {
      float[] vector = Vectors.fromBytes(exact.get(p).vector());
      near += Vectors.dot(vector, Vectors.fromBytes(estimated.get(p).vector()));
      nearMean += Vectors.dot(vector, mean);
    }
    return Figure.of("table: cosine with the encoder", near / exact.size(), "")
        .beside("of the mean of all", nearMean / exact.size());
  }

  private static Figure speed(
      StaticTable table, HuggingFaceTokenizer tokenizer, List<String> texts) {
    try (BgeSmallEncoder encoder = new BgeSmallEncoder(1)) {
      texts.forEach(text -> table.vector(TokenBag.of(tokenizer, text)));
      long begin = System.nanoTime();
      texts.forEach(encoder::encode);
      long between = System.nanoTime();
      texts.forEach(text -> table.vector(TokenBag.of(tokenizer, text)));
      long end = System.nanoTime();
      return Figure.of("table, one thread", texts.size() / ((end - between) / 1e9), "abstracts/s")
          .beside("encoder", texts.size() / ((between - begin) / 1e9));
    }
  }
}
