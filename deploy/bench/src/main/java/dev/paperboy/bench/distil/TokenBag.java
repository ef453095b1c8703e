package dev.paperboy.bench.distil;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.util.Arrays;

/**
 * Which tokens a text has, and how much each counts: 1 + ln of how often it occurs, scaled so that
 * the squares add up to 1.
 *
 * @param tokens ids, ascending, none twice
 */
public record TokenBag(int[] tokens, float[] weights) {
  /** The bag of as much of a text as the encoder reads. */
  public static TokenBag of(HuggingFaceTokenizer tokenizer, String text) {
    return of(tokenizer.encode(text).getIds());
  }

  static TokenBag of(long[] ids) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    int[] tokens = new int[sorted.length];
    float[] weights = new float[sorted.length];
    int size = 0;
    double squares = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      tokens[size] = (int) sorted[from];
      weights[size] = (float) (1 + Math.log(to - from));
      squares += weights[size] * weights[size];
      size++;
    }
    for (int i = 0; i < size; i++) {
      weights[i] /= (float) Math.sqrt(squares);
    }
    return new TokenBag(Arrays.copyOf(tokens, size), Arrays.copyOf(weights, size));
  }
}
