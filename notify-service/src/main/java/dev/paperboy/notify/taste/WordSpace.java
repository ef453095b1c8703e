package dev.paperboy.notify.taste;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words of a window's papers: how rare each is, and which papers have it how often (TF-IDF;
 * every paper's weights are of length 1). Made once for all readers, for any number of threads.
 *
 * <p>Words of more than one in thirty papers are left out: they tell little and would take most of
 * the time.
 */
public final class WordSpace {
  private static final double COMMON = 0.03;

  /** Papers that may have a word however few there are. */
  private static final int FEW = 5;

  private static final double LEAST_LENGTH = 1e-9;

  /** What so many occurrences of a word weigh, were it not rare. */
  private static final float[] DAMPED = damped();

  /** Of the words, ascending; a word's number is its place here. */
  private final int[] hashes;

  private final float[] rarities;

  /** Where in {@link #places} the papers that have a word begin, and where the next one's do. */
  private final int[] begins;

  private final int[] places;

  /** What the word weighs in the paper of that place. */
  private final float[] weights;

  /** How much each paper has of what all have; without it those with the usual words would win. */
  private final double[] usual;

  /**
   * Counts.
   *
   * @param papers by place
   */
  public WordSpace(List<WordBag> papers) {
    int[] sorted =
        papers.stream()
            .flatMapToInt(paper -> IntStream.range(0, paper.size()).map(paper::hash))
            .sorted()
            .toArray();
    int[] distinct = new int[sorted.length];
    int[] ends = new int[sorted.length + 1];
    int size = 0;
    int most = Math.max(FEW, (int) (COMMON * papers.size()));
    for (int begin = 0, end; begin < sorted.length; begin = end) {
      end = begin + 1;
      while (end < sorted.length && sorted[end] == sorted[begin]) {
        end++;
      }
      if (end - begin <= most) {
        distinct[size] = sorted[begin];
        ends[size + 1] = ends[size] + end - begin;
        size++;
      }
    }
    hashes = Arrays.copyOf(distinct, size);
    begins = Arrays.copyOf(ends, size + 1);
    rarities = new float[size];
    for (int word = 0; word < size; word++) {
      int with = begins[word + 1] - begins[word];
      rarities[word] = (float) Math.log((1.0 + papers.size()) / (1 + with)) + 1;
    }
    places = new int[begins[size]];
    weights = new float[places.length];
    usual = new double[papers.size()];
    fill(papers);
  }

  private static float[] damped() {
    float[] damped = new float[Byte.MAX_VALUE + 1];
    for (int count = 1; count < damped.length; count++) {
      damped[count] = (float) (1 + Math.log(count));
    }
    return damped;
  }

  /** A paper's words that are in here, and what they weigh; the weights are of length 1. */
  private record Row(int size, int[] words, float[] weights) {}

  private Row row(WordBag paper) {
    int[] own = new int[paper.size()];
    float[] weights = new float[own.length];
    int size = 0;
    int from = 0;
    double squares = 0;
    for (int i = 0; i < own.length; i++) {
      // Both are in order.
      int word = Arrays.binarySearch(hashes, from, hashes.length, paper.hash(i));
      from = word >= 0 ? word : -word - 1;
      if (word >= 0) {
        own[size] = word;
        weights[size] = DAMPED[paper.count(i)] * rarities[word];
        squares += weights[size] * weights[size];
        size++;
      }
    }
    float length = (float) Math.max(LEAST_LENGTH, Math.sqrt(squares));
    for (int i = 0; i < size; i++) {
      weights[i] /= length;
    }
    return new Row(size, own, weights);
  }

  private void fill(List<WordBag> papers) {
    int[] ends = begins.clone();
    for (int place = 0; place < usual.length; place++) {
      Row row = row(papers.get(place));
      for (int i = 0; i < row.size(); i++) {
        int at = ends[row.words()[i]]++;
        places[at] = place;
        weights[at] = row.weights()[i];
      }
    }
    for (int word = 0; word < rarities.length; word++) {
      double sum = 0;
      for (int i = begins[word]; i < begins[word + 1]; i++) {
        sum += weights[i];
      }
      add(usual, word, sum / usual.length);
    }
  }

  private void add(double[] sums, int word, double times) {
    for (int i = begins[word]; i < begins[word + 1]; i++) {
      sums[places[i]] += times * weights[i];
    }
  }

  /**
   * How much each of the window's papers has the words of papers that were liked, and not those of
   * papers that were disliked: Rocchio's sums, in standard deviations from the usual paper.
   *
   * @param weight of the disliked ones beside the liked ones
   * @return by place; null where the window has no word of them, or no paper differs
   */
  float[] likeness(List<WordBag> liked, List<WordBag> disliked, double weight) {
    double[] sums = new double[usual.length];
    boolean tells = add(sums, liked, 1) | add(sums, disliked, -weight);
    return tells ? standardised(sums) : null;
  }

  /** Whether the window has a word of them. */
  private boolean add(double[] sums, List<WordBag> bags, double weight) {
    boolean has = false;
    for (WordBag bag : bags) {
      Row row = row(bag);
      for (int i = 0; i < row.size(); i++) {
        add(sums, row.words()[i], weight * row.weights()[i] / bags.size());
      }
      has |= row.size() > 0;
    }
    for (int place = 0; has && place < sums.length; place++) {
      sums[place] -= weight * usual[place];
    }
    return has;
  }

  private static float[] standardised(double[] sums) {
    double mean = 0;
    for (double sum : sums) {
      mean += sum / sums.length;
    }
    double variance = 0;
    for (double sum : sums) {
      variance += (sum - mean) * (sum - mean) / sums.length;
    }
    if (variance <= 0) {
      return null;
    }
    double deviation = Math.sqrt(variance);
    float[] standardised = new float[sums.length];
    for (int place = 0; place < sums.length; place++) {
      standardised[place] = (float) ((sums[place] - mean) / deviation);
    }
    return standardised;
  }
}
