package dev.paperboy.bench.trend;

import dev.paperboy.bench.Progress;
import dev.paperboy.bench.topics.Paper;
import dev.paperboy.bench.topics.Rows;
import dev.paperboy.bench.topics.Vocabulary;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.SparseHead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns from text what draws attention: which of a day's papers came on a list, and the place that
 * papers had on theirs. The two are added up, each by its deviation over listed papers.
 */
final class TextTraining {
  private static final int VOCABULARY = 120_000;
  private static final double LISTING_PENALTY = 8;
  private static final double PLACE_PENALTY = 1;

  /** What coming on a list counts beside the place on it. */
  private static final double LISTING = 3;

  /** Below so many papers on lists nothing is learned of coming on one. */
  private static final int LEAST_LISTED = 100;

  /** Blocks of days, each told by what was learned from the others. */
  private static final int FOLDS = 5;

  private final List<Arrival> arrivals;
  private final List<ListedPaper> listed;
  private final Vocabulary vocabulary;
  private final Rows rows;
  private final float[] mean;
  private final float[][] vectors;
  private final int[] arrived;
  private final int[] placed;

  /**
   * @param arrivals oldest first, may be none
   * @param listed that have a place, oldest first
   */
  TextTraining(List<Arrival> arrivals, List<ListedPaper> listed) {
    this.arrivals = arrivals;
    this.listed = listed;
    List<Paper> papers =
        Stream.concat(
                arrivals.stream().map(Arrival::paper), listed.stream().map(ListedPaper::paper))
            .toList();
    vocabulary = Vocabulary.of(papers, VOCABULARY);
    rows = vocabulary.rows(papers);
    vectors = papers.stream().map(p -> Vectors.fromBytes(p.vector())).toArray(float[][]::new);
    mean = centre(vectors);
    arrived = IntStream.range(0, arrivals.size()).toArray();
    placed = IntStream.range(arrivals.size(), papers.size()).toArray();
  }

  /**
   * What was learned.
   *
   * @param words heads 0, beside the vector, and 1, alone
   * @param vector weights
   * @param unseen sums with the vector, of arrivals and then of listed papers, by weights that were
   *     learned without their days
   * @param unseenWords the same by words alone
   */
  record Learned(SparseHead words, float[] vector, double[] unseen, double[] unseenWords) {}

  Learned train(Progress progress) {
    Head both = learn(new Ridge(rows, vectors));
    progress.say("text and vector are learned");
    Head alone = learn(new Ridge(rows, null));
    progress.say("words alone are learned");
    int features = rows.features();
    float[][] words = new float[features][2];
    for (int f = 0; f < features; f++) {
      words[f][0] = (float) both.weights()[f];
      words[f][1] = (float) alone.weights()[f];
    }
    float[] vector = new float[mean.length];
    double bias = 0;
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) both.weights()[features + d];
      bias -= vector[d] * mean[d];
    }
    return new Learned(
        SparseHead.of(
            vocabulary.slots(), vocabulary.rarities(), words, new float[] {(float) bias, 0}),
        vector,
        both.unseen(),
        alone.unseen());
  }

  /** Weights of both targets together, and what they come to for rows not learned from. */
  private record Head(double[] weights, double[] unseen) {}

  private Head learn(Ridge ridge) {
    double[] places = new double[rows.size()];
    double middle = listed.stream().mapToDouble(ListedPaper::place).average().orElse(0);
    for (int i = 0; i < placed.length; i++) {
      places[placed[i]] = listed.get(i).place() - middle;
    }
    double[] place = ridge.fit(placed, places, PLACE_PENALTY);
    double[] unseenPlaces =
        unseen(ridge, place, placed, chosen -> ridge.fit(chosen, places, PLACE_PENALTY));
    double[] listing = listing(ridge, arrived);
    double[] unseenListing = unseen(ridge, listing, arrived, chosen -> listing(ridge, chosen));
    // The same text was learned from as an arrival: what it comes to there is not seen either.
    Map<String, Integer> arrivedAs = new HashMap<>();
    IntStream.of(arrived).forEach(row -> arrivedAs.put(arrivals.get(row).paper().id(), row));
    for (int i = 0; i < placed.length; i++) {
      Integer row = arrivedAs.get(listed.get(i).paper().id());
      if (row != null) {
        unseenListing[placed[i]] = unseenListing[row];
        unseenPlaces[row] = unseenPlaces[placed[i]];
      }
    }
    double ofListing = LISTING / Math.max(1e-9, deviation(ofPlaced(unseenListing)));
    double ofPlace = 1 / Math.max(1e-9, deviation(ofPlaced(unseenPlaces)));
    double[] weights = new double[place.length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = ofPlace * place[j] + ofListing * listing[j];
    }
    double[] unseen = new double[rows.size()];
    for (int row = 0; row < unseen.length; row++) {
      unseen[row] = ofPlace * unseenPlaces[row] + ofListing * unseenListing[row];
    }
    return new Head(weights, unseen);
  }

  private double[] ofPlaced(double[] values) {
    return IntStream.of(placed).mapToDouble(row -> values[row]).toArray();
  }

  private double[] listing(Ridge ridge, int[] chosen) {
    long count = IntStream.of(chosen).filter(row -> arrivals.get(row).listed()).count();
    double[] came = new double[rows.size()];
    for (int row : chosen) {
      came[row] = (arrivals.get(row).listed() ? 1 : 0) - (double) count / chosen.length;
    }
    return count < LEAST_LISTED
        ? new double[rows.features() + (ridge.hasVectors() ? mean.length : 0)]
        : ridge.fit(chosen, came, LISTING_PENALTY);
  }

  /**
   * Sums of all rows: of those learned from, which are in the order of days, by weights learned
   * without their block of days; of the others by the weights.
   */
  private double[] unseen(
      Ridge ridge, double[] weights, int[] learnedFrom, Function<int[], double[]> learn) {
    double[] unseen =
        IntStream.range(0, rows.size()).mapToDouble(row -> ridge.sum(weights, row)).toArray();
    for (int fold = 0; fold < FOLDS; fold++) {
      int begin = (int) ((long) learnedFrom.length * fold / FOLDS);
      int end = (int) ((long) learnedFrom.length * (fold + 1) / FOLDS);
      double[] ofOthers =
          learn.apply(
              IntStream.range(0, learnedFrom.length)
                  .filter(i -> i < begin || i >= end)
                  .map(i -> learnedFrom[i])
                  .toArray());
      for (int i = begin; i < end; i++) {
        unseen[learnedFrom[i]] = ridge.sum(ofOthers, learnedFrom[i]);
      }
    }
    return unseen;
  }

  /** Takes the mean off every vector. */
  private static float[] centre(float[][] vectors) {
    double[] sums = new double[vectors[0].length];
    for (float[] vector : vectors) {
      for (int d = 0; d < sums.length; d++) {
        sums[d] += vector[d];
      }
    }
    float[] mean = new float[sums.length];
    for (int d = 0; d < mean.length; d++) {
      mean[d] = (float) (sums[d] / vectors.length);
    }
    for (float[] vector : vectors) {
      for (int d = 0; d < mean.length; d++) {
        vector[d] -= mean[d];
      }
    }
    return mean;
  }

  static double deviation(double[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean);
    }
    return Math.sqrt(square / Math.max(1, values.length));
  }
}
