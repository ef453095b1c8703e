package dev.paperboy.query;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a query says, free of spelling. Reading a query yields it in normal form: no {@link And}
 * directly within an {@link And}, no {@link Or} within an {@link Or}, no {@link Not} within a
 * {@link Not}, and neither {@link And} nor {@link Or} of fewer than two parts.
 */
public sealed interface Node {

  /** The empty query: every paper. */
  record Everything() implements Node {}

  /** One word; outside of {@link In}, a word of title or abstract. As typed, not yet analysed. */
  record Word(String text) implements Node {}

  /** Words that begin with {@code start}, written {@code start*}. */
  record Prefix(String start) implements Node {}

  /** Words in this order, one after another, written in quotes. Spaces are single. */
  record Phrase(String text) implements Node {}

  /** All of the parts. */
  record And(List<Node> parts) implements Node {
    public And {
      parts = atLeastTwo(parts);
    }
  }

  /** Any of the parts. */
  record Or(List<Node> parts) implements Node {
    public Or {
      parts = atLeastTwo(parts);
    }
  }

  /** Everything but. */
  record Not(Node part) implements Node {}

  /**
   * Words, phrases and prefixes, or And, Or and Not of such, read in one field. Category, topic,
   * source and id compare whole values; a category may be an archive, {@code cs.*}.
   */
  record In(Field field, Node part) implements Node {}

  /** Announced on that day or later. */
  record Since(DayBound day) implements Node {}

  /** Announced on that day or before. */
  record Until(DayBound day) implements Node {}

  /**
   * The trend score of the day is above a threshold.
   *
   * @param orEqual whether the threshold itself is enough, {@code >=}
   */
  record TrendAbove(BigDecimal threshold, boolean orEqual) implements Node {
    /** Equal thresholds are equal however many zeros they end with. */
    public TrendAbove {
      BigDecimal shortest = threshold.stripTrailingZeros();
      threshold = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
  }

  /** Free text to be matched by meaning, not by words. Never below a {@link Not}. */
  record Meaning(String text) implements Node {}

  private static List<Node> atLeastTwo(List<Node> parts) {
    if (parts.size() < 2) {
      throw new IllegalArgumentException("fewer than two parts: " + parts);
    }
    return List.copyOf(parts);
  }
}
