package dev.paperboy.bench.topics;

import dev.paperboy.classify.topic.SparseHead;
import dev.paperboy.classify.topic.TextFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The features that are worth a weight: the commonest, without those of nearly every paper.
 *
 * @param slots ascending
 * @param rarities inverse document frequencies, as rounded as the head keeps them
 */
public record Vocabulary(int[] slots, float[] rarities) {
  private static final double COMMON = 0.4;

  /** Of the papers, at most so many features. */
  public static Vocabulary of(List<Paper> papers, int size) {
    int[] papersWith = new int[TextFeatures.SPACE];
    for (Paper paper : papers) {
      for (int slot : paper.text().slots()) {
        papersWith[slot]++;
      }
    }
    int most = (int) (COMMON * papers.size());
    int[] sorted =
        Arrays.stream(papersWith).filter(count -> count > 0 && count <= most).sorted().toArray();
    // A count, not a number of features: those of the same count come in together or not at all.
    int least = sorted.length <= size ? 1 : sorted[sorted.length - size] + 1;
    int[] slots =
        IntStream.range(0, papersWith.length)
            .filter(slot -> papersWith[slot] >= least && papersWith[slot] <= most)
            .toArray();
    float[] rarities = new float[slots.length];
    for (int f = 0; f < slots.length; f++) {
      rarities[f] =
          SparseHead.rounded((float) Math.log(1 + (double) papers.size() / papersWith[slots[f]]));
    }
    return new Vocabulary(slots, rarities);
  }

  /** The papers' features, weighed and of unit length. */
  public Rows rows(List<Paper> papers) {
    int[][] indices = new int[papers.size()][];
    float[][] values = new float[papers.size()][];
    int[][] labels = new int[papers.size()][];
    for (int p = 0; p < papers.size(); p++) {
      TextFeatures text = papers.get(p).text();
      int[] found = new int[text.slots().length];
      float[] weights = new float[found.length];
      int count = 0;
      double squares = 0;
      for (int i = 0; i < found.length; i++) {
        int f = Arrays.binarySearch(slots, text.slots()[i]);
        if (f >= 0) {
          float weight = TextFeatures.weight(text.counts()[i], rarities[f]);
          squares += weight * weight;
          found[count] = f;
          weights[count++] = weight;
        }
      }
      float length = (float) Math.sqrt(Math.max(squares, 1e-12));
      for (int i = 0; i < count; i++) {
        weights[i] /= length;
      }
      indices[p] = Arrays.copyOf(found, count);
      values[p] = Arrays.copyOf(weights, count);
      labels[p] = papers.get(p).labels();
    }
    return new Rows(slots.length, indices, values, labels);
  }
}
