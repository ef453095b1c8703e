package dev.paperboy.notify.taste;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words of a window's papers: how rare each is, and which papers have it how often (TF-IDF;
 * every paper's weights are of length 1). Made once for all readers, for any number of threads.
 */
public final class WordSpace {
  private static final double LEAST_LENGTH = 1e-9;

  /** Distinct, ascending: a word's column. */
  private final int[] hashes;

  private final float[] rarities;

  /** By column, the papers that have it, ascending, and what it weighs there. */
  private final int[][] places;

  private final float[][] weights;
  private final int papers;

  private WordSpace(int[] hashes, float[] rarities, int[][] places, float[][] weights, int papers) {
    this.hashes = hashes;
    this.rarities = rarities;
    this.places = places;
    this.weights = weights;
    this.papers = papers;
  }

  /**
   * Counts.
   *
   * @param papers by place
   */
  public static WordSpace of(List<WordBag> papers) {
    int[] hashes =
        papers.stream()
            .flatMapToInt(paper -> IntStream.range(0, paper.size()).map(paper::hash))
            .sorted()
            .distinct()
            .toArray();
    int[] counts = new int[hashes.length];
    for (WordBag paper : papers) {
      forEach(paper, hashes, (column, count) -> counts[column]++);
    }
    float[] rarities = new float[hashes.length];
    int[][] places = new int[hashes.length][];
    float[][] weights = new float[hashes.length][];
    for (int column = 0; column < hashes.length; column++) {
      rarities[column] = (float) Math.log((1.0 + papers.size()) / (1 + counts[column])) + 1;
      places[column] = new int[counts[column]];
      weights[column] = new float[counts[column]];
    }
    int[] filled = new int[hashes.length];
    for (int place = 0; place < papers.size(); place++) {
      int at = place;
      WordBag paper = papers.get(place);
      float length = length(paper, hashes, rarities);
      forEach(
          paper,
          hashes,
          (column, count) -> {
            places[column][filled[column]] = at;
            weights[column][filled[column]++] = weight(count, rarities[column]) / length;
          });
    }
    return new WordSpace(hashes, rarities, places, weights, papers.size());
  }

  /** A word that a window has, with how often a paper has it. */
  private interface Counted {
    void word(int column, int count);
  }

  /** Both are in order; what the window does not have is passed over. */
  private static void forEach(WordBag paper, int[] hashes, Counted each) {
    int column = 0;
    for (int i = 0; i < paper.size(); i++) {
      column = Arrays.binarySearch(hashes, column, hashes.length, paper.hash(i));
      if (column >= 0) {
        each.word(column, paper.count(i));
      } else {
        column = -column - 1;
      }
    }
  }

  private static float length(WordBag paper, int[] hashes, float[] rarities) {
    double[] squares = {0};
    forEach(
        paper,
        hashes,
        (column, count) -> squares[0] += Math.pow(weight(count, rarities[column]), 2));
    return (float) Math.max(LEAST_LENGTH, Math.sqrt(squares[0]));
  }

  private static float weight(int count, float rarity) {
    return (float) (1 + Math.log(count)) * rarity;
  }

  /**
   * How much each of the window's papers has the words of papers that were liked, and not those of
   * papers that were disliked: Rocchio's sums, in standard deviations from the usual paper.
   *
   * @param weight of the disliked ones beside the liked ones
   * @return by place; null where the window has no word of them, or no paper differs
   */
  float[] likeness(List<WordBag> liked, List<WordBag> disliked, double weight) {
    double[] sums = new double[papers];
    add(sums, liked, 1);
    add(sums, disliked, -weight);
    return standardised(sums);
  }

  private void add(double[] sums, List<WordBag> bags, double weight) {
    float[] wanted = new float[hashes.length];
    for (WordBag bag : bags) {
      double length = length(bag, hashes, rarities) * bags.size();
      forEach(
          bag,
          hashes,
          (column, count) ->
              wanted[column] += (float) (weight * weight(count, rarities[column]) / length));
    }
    for (int column = 0; column < wanted.length; column++) {
      if (wanted[column] != 0) {
        for (int i = 0; i < places[column].length; i++) {
          sums[places[column][i]] += wanted[column] * weights[column][i];
        }
      }
    }
  }

  private static float[] standardised(double[] sums) {
    double mean = Arrays.stream(sums).average().orElse(0);
    double variance = Arrays.stream(sums).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    if (variance <= 0) {
      return null;
    }
    float[] standardised = new float[sums.length];
    for (int place = 0; place < sums.length; place++) {
      standardised[place] = (float) ((sums[place] - mean) / Math.sqrt(variance));
    }
    return standardised;
  }
}
