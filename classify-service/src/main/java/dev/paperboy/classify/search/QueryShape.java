package dev.paperboy.classify.search;

import dev.paperboy.classify.phrase.StopWords;
import java.util.List;

/** What plain words look like; how far words and meaning are believed depends on it. */
public enum QueryShape {
  /** Up to five words that name something: «diffusion models», «mixture of experts». */
  TOPIC(300),
  /** Key words one after another, without a sentence's small words: who wrote them knows them. */
  LIST(100),
  /** What says something, such as a title or a question. */
  SENTENCE(100);

  private static final int LONGEST_TOPIC = 5;
  private static final double SMALL_WORDS_OF_A_SENTENCE = 0.1;

  /** Words between commas, at most; a sentence has more, on the mean. */
  private static final double LONGEST_OF_A_LIST = 4;

  private final int nearest;

  QueryShape(int nearest) {
    this.nearest = nearest;
  }

  /** Papers near in meaning that are looked at. A topic has many papers, a sentence few. */
  int nearest() {
    return nearest;
  }

  /** The shape of words as typed. */
  public static QueryShape of(List<String> words) {
    long commas = words.stream().filter(QueryShape::isComma).count();
    long small = words.stream().filter(StopWords::isFunctionWord).count();
    if (commas > 0) {
      // One at the very end separates nothing.
      long parts = isComma(words.getLast()) ? commas : commas + 1;
      return words.size() <= LONGEST_OF_A_LIST * parts ? LIST : SENTENCE;
    }
    if (words.size() <= LONGEST_TOPIC && small <= 1) {
      return TOPIC;
    }
    boolean ends = words.getLast().endsWith(".") || words.getLast().endsWith("?");
    return ends || small >= SMALL_WORDS_OF_A_SENTENCE * words.size() ? SENTENCE : LIST;
  }

  private static boolean isComma(String word) {
    return word.endsWith(",") || word.endsWith(";");
  }
}
