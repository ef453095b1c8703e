package dev.paperboy.bench.trend;

import dev.paperboy.bench.topics.Paper;
import dev.paperboy.bench.topics.Rows;
import dev.paperboy.bench.topics.Vocabulary;
import dev.paperboy.classify.encode.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What trends are compared with: each a score of listed papers that sees no votes on them. */
final class TrendBaselines {
  private static final int NEIGHBOURS = 30;
  private static final int DENSITY_DAYS = 30;
  private static final int DENSEST = 20;
  private static final int VOCABULARY = 120_000;
  private static final long SEED = 7;

  private final List<ListedPaper> all;
  private final List<ListedPaper> train;
  private final List<ListedPaper> test;

  /**
   * @param all papers on lists, oldest first
   * @param train those with a place that are learned from
   */
  TrendBaselines(List<ListedPaper> all, List<ListedPaper> train, List<ListedPaper> test) {
    this.all = all;
    this.train = train;
    this.test = test;
  }

  /** The scores, by name. */
  Map<String, ToDoubleFunction<ListedPaper>> scores() {
    Map<String, ToDoubleFunction<ListedPaper>> scores = new LinkedHashMap<>();
    Random random = new Random(SEED);
    Map<ListedPaper, Double> any = new HashMap<>();
    test.forEach(p -> any.put(p, random.nextDouble()));
    scores.put("random", any::get);
    scores.put("recency", p -> p.published() == null ? 0 : p.published().getEpochSecond());
    scores.put("authors counted", p -> p.paper().authors().length);
    List<ListedPaper> papers = Stream.concat(train.stream(), test.stream()).toList();
    double[][] told = ridges(papers);
    Map<ListedPaper, Integer> places = new HashMap<>();
    IntStream.range(0, papers.size()).forEach(i -> places.put(papers.get(i), i));
    scores.put("TF-IDF ridge", p -> told[0][places.get(p)]);
    scores.put("vector ridge", p -> told[1][places.get(p)]);
    Map<ListedPaper, Double> near = new HashMap<>();
    Map<ListedPaper, Double> density = new HashMap<>();
    neighbours(near, density);
    scores.put("kNN-30 of past places", near::get);
    scores.put("density of 30 days", density::get);
    return scores;
  }

  private double[][] ridges(List<ListedPaper> papers) {
    List<Paper> texts = papers.stream().map(ListedPaper::paper).toList();
    Vocabulary vocabulary = Vocabulary.of(texts.subList(0, train.size()), VOCABULARY);
    Rows rows = vocabulary.rows(texts);
    double mean = train.stream().mapToDouble(ListedPaper::place).average().orElse(0);
    double[] targets = new double[papers.size()];
    for (int i = 0; i < train.size(); i++) {
      targets[i] = train.get(i).place() - mean;
    }
    int[] chosen = IntStream.range(0, train.size()).toArray();
    Ridge words = new Ridge(rows, null);
    float[][] vectors =
        papers.stream().map(p -> Vectors.fromBytes(p.paper().vector())).toArray(float[][]::new);
    float[] middle = new float[vectors[0].length];
    for (int i : chosen) {
      for (int d = 0; d < middle.length; d++) {
        middle[d] += vectors[i][d] / chosen.length;
      }
    }
    for (float[] vector : vectors) {
      for (int d = 0; d < middle.length; d++) {
        vector[d] -= middle[d];
      }
    }
    Ridge meaning =
        new Ridge(
            new Rows(0, new int[vectors.length][0], new float[vectors.length][0], null), vectors);
    double[] ofWords = words.fit(chosen, targets, 1);
    double[] ofMeaning = meaning.fit(chosen, targets, 1);
    return new double[][] {
      IntStream.range(0, papers.size()).mapToDouble(i -> words.sum(ofWords, i)).toArray(),
      IntStream.range(0, papers.size()).mapToDouble(i -> meaning.sum(ofMeaning, i)).toArray()
    };
  }

  /** By papers of lists at least two days before, as their votes were known then. */
  private void neighbours(Map<ListedPaper, Double> near, Map<ListedPaper, Double> density) {
    List<float[]> vectors = all.stream().map(p -> Vectors.fromBytes(p.paper().vector())).toList();
    for (ListedPaper paper : test) {
      float[] own = Vectors.fromBytes(paper.paper().vector());
      List<double[]> placed = new ArrayList<>();
      List<Double> recent = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        ListedPaper other = all.get(i);
        if (other.paper().day().isAfter(paper.paper().day().minusDays(2))) {
          break;
        }
        double cosine = dot(own, vectors.get(i));
        if (other.hasPlace()) {
          placed.add(new double[] {cosine, other.place()});
        }
        if (other.paper().day().isAfter(paper.paper().day().minusDays(DENSITY_DAYS + 1L))) {
          recent.add(cosine);
        }
      }
      placed.sort((one, two) -> Double.compare(two[0], one[0]));
      near.put(
          paper, placed.stream().limit(NEIGHBOURS).mapToDouble(p -> p[1]).average().orElse(0.5));
      double[] densest = recent.stream().mapToDouble(c -> -c).sorted().toArray();
      density.put(paper, -Arrays.stream(densest).limit(DENSEST).average().orElse(0));
    }
  }

  private static double dot(float[] one, float[] other) {
    float dot = 0;
    for (int d = 0; d < one.length; d++) {
      dot += one[d] * other[d];
    }
    return dot;
  }
}
