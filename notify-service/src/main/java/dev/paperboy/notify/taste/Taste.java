package dev.paperboy.notify.taste;

import java.util.List;

/**
 * What a reader likes, learned from papers that they liked and disliked: where those papers'
 * vectors lie, and which words they have. Either finds what the other passes over; together they
 * rank better than each, from the first paper on.
 */
public final class Taste {
  /** How much a disliked paper weighs beside a liked one. */
  private static final double DISLIKED = 0.5;

  /** Papers learned from at which the taste counts half. */
  private static final double HALF = 2;

  /** Standard deviations at which a liking is three quarters of all it can be. */
  private static final double STRONG = 3;

  /** How widely the sum of both is spread: 1.52 for one known paper, 1.60 for twenty. */
  private static final double OF_BOTH = 1.55;

  private final Direction direction;

  /** By place, in standard deviations; null where they tell nothing. */
  private final float[] words;

  private final int papers;

  private Taste(Direction direction, float[] words, int papers) {
    this.direction = direction;
    this.words = words;
    this.papers = papers;
  }

  /**
   * Learns.
   *
   * @param background of the window's vectors
   * @param words of the window's papers
   * @param liked one or more, or {@code disliked} has
   */
  public static Taste learn(
      Background background, WordSpace words, List<Known> liked, List<Known> disliked) {
    return new Taste(
        Direction.learn(background, vectors(liked), vectors(disliked), DISLIKED),
        words.likeness(bags(liked), bags(disliked), DISLIKED),
        liked.size() + disliked.size());
  }

  private static List<float[]> vectors(List<Known> papers) {
    return papers.stream().map(Known::vector).toList();
  }

  private static List<WordBag> bags(List<Known> papers) {
    return papers.stream().map(Known::words).filter(words -> !words.isEmpty()).toList();
  }

  /**
   * How much a paper is to the reader's taste.
   *
   * @param place where it stands in the window
   * @param vector of any length
   * @param length of the vector; above 0
   * @return standard deviations above the usual paper, about
   */
  public double of(int place, float[] vector, double length) {
    double along = direction.of(vector, length);
    return words == null ? along : (along + words[place]) / OF_BOTH;
  }

  /**
   * The same between −1, what the reader wants least, and 1; the nearer to 0 the less is known of
   * the reader.
   *
   * @param place where the paper stands in the window
   * @param vector of any length
   * @param length of the vector; above 0
   */
  public double liking(int place, float[] vector, double length) {
    return Math.tanh(of(place, vector, length) / STRONG) * papers / (papers + HALF);
  }
}
