package dev.paperboy.notify.taste;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words of a window's papers: how rare each is, and which papers have it how often (TF-IDF;
 * every paper's weights are of length 1). Made once for all readers, for any number of threads.
 *
 * <p>It is kept small, since windows are many: pairs of words that one paper alone has are left
 * out. It is asked quickly, since readers are many: words of more than a tenth of the papers, which
 * tell little and take most of the time, count for lengths only.
 */
public final class WordSpace {
  private static final double COMMON = 0.1;

  /** Papers that may have a word however few there are. */
  private static final int FEW = 5;

  private static final double LEAST_LENGTH = 1e-9;
  private static final int NONE = -1;

  /** What so many occurrences of a word weigh, where it is not rare. */
  private static final float[] DAMPED = damped();

  /** Distinct, in no order: where a word is looked for begins at its hash. */
  private final int[] hashes;

  /** Beside the hashes; {@value #NONE} where there is none. */
  private final int[] columns;

  private final float[] rarities;

  /** Where in {@link #places} the papers that have a column's word begin; and where they end. */
  private final int[] begins;

  private final int[] places;
  private final float[] weights;

  /** How much each paper has of what all have; without it those with the usual words would win. */
  private final double[] usual;

  private WordSpace(int[] sorted, List<WordBag> papers) {
    int[] distinct = distinct(sorted);
    int slots = Integer.highestOneBit(Math.max(2, distinct.length)) << 2;
    hashes = new int[slots];
    columns = new int[slots];
    Arrays.fill(columns, NONE);
    for (int column = 0; column < distinct.length; column++) {
      int slot = slot(distinct[column]);
      hashes[slot] = distinct[column];
      columns[slot] = column;
    }
    int[] counts = new int[distinct.length];
    for (WordBag paper : papers) {
      for (int column : columns(paper)) {
        if (column != NONE) {
          counts[column]++;
        }
      }
    }
    rarities = new float[distinct.length];
    begins = new int[distinct.length + 1];
    int most = Math.max(FEW, (int) (COMMON * papers.size()));
    for (int column = 0; column < distinct.length; column++) {
      rarities[column] = (float) Math.log((1.0 + papers.size()) / (1 + counts[column])) + 1;
      begins[column + 1] = begins[column] + (counts[column] > most ? 0 : counts[column]);
    }
    places = new int[begins[distinct.length]];
    weights = new float[places.length];
    usual = new double[papers.size()];
    fill(papers);
  }

  /**
   * Counts.
   *
   * @param papers by place
   */
  public static WordSpace of(List<WordBag> papers) {
    return new WordSpace(
        papers.stream()
            .flatMapToInt(paper -> IntStream.range(0, paper.size()).map(paper::hash))
            .sorted()
            .toArray(),
        papers);
  }

  private static int[] distinct(int[] sorted) {
    int[] distinct = new int[sorted.length];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean first = i == 0 || sorted[i] != sorted[i - 1];
      boolean only = first && (i + 1 == sorted.length || sorted[i] != sorted[i + 1]);
      if (first && !(only && WordBag.isPair(sorted[i]))) {
        distinct[size++] = sorted[i];
      }
    }
    return Arrays.copyOf(distinct, size);
  }

  private static float[] damped() {
    float[] damped = new float[Byte.MAX_VALUE + 1];
    for (int count = 1; count < damped.length; count++) {
      damped[count] = (float) (1 + Math.log(count));
    }
    return damped;
  }

  private void fill(List<WordBag> papers) {
    int[] filled = Arrays.copyOf(begins, begins.length - 1);
    double[] means = new double[filled.length];
    for (int place = 0; place < usual.length; place++) {
      WordBag paper = papers.get(place);
      int[] of = columns(paper);
      double length = length(paper, of);
      for (int i = 0; i < of.length; i++) {
        if (of[i] != NONE && begins[of[i]] < begins[of[i] + 1]) {
          places[filled[of[i]]] = place;
          float weight = (float) (weight(paper, i, of[i]) / length);
          weights[filled[of[i]]++] = weight;
          means[of[i]] += weight / usual.length;
        }
      }
    }
    for (int column = 0; column < means.length; column++) {
      add(usual, column, means[column]);
    }
  }

  /** The slot that a hash has, or would have. */
  private int slot(int hash) {
    int slot = hash >>> 1 & hashes.length - 1;
    while (columns[slot] != NONE && hashes[slot] != hash) {
      slot = slot + 1 & hashes.length - 1;
    }
    return slot;
  }

  /** The columns of a paper's words; {@value #NONE} for those that are not in here. */
  private int[] columns(WordBag paper) {
    int[] of = new int[paper.size()];
    for (int i = 0; i < of.length; i++) {
      of[i] = columns[slot(paper.hash(i))];
    }
    return of;
  }

  private double length(WordBag paper, int[] of) {
    double squares = 0;
    for (int i = 0; i < of.length; i++) {
      if (of[i] != NONE) {
        double weight = weight(paper, i, of[i]);
        squares += weight * weight;
      }
    }
    return Math.max(LEAST_LENGTH, Math.sqrt(squares));
  }

  private double weight(WordBag paper, int index, int column) {
    return DAMPED[paper.count(index)] * rarities[column];
  }

  private void add(double[] sums, int column, double times) {
    for (int i = begins[column]; i < begins[column + 1]; i++) {
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
      int[] of = columns(bag);
      double times = weight / (length(bag, of) * bags.size());
      for (int i = 0; i < of.length; i++) {
        if (of[i] != NONE) {
          add(sums, of[i], times * weight(bag, i, of[i]));
          has = true;
        }
      }
    }
    for (int place = 0; has && place < sums.length; place++) {
      sums[place] -= weight * usual[place];
    }
    return has;
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
