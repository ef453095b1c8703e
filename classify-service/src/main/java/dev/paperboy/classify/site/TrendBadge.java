package dev.paperboy.classify.site;

import dev.paperboy.classify.search.PaperCard;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A trend score and what it is made of.
 *
 * @param score at the business date
 * @param parts the largest first, without decay
 */
public record TrendBadge(String score, List<Part> parts) {
  /** Below this the score says nothing. */
  private static final double LEAST = 0.05;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("text", "its text reads like that of papers that drew attention"),
          Map.entry("authors", "earlier papers of its authors drew attention"),
          Map.entry("burst", "a topic of it is announced more often than in the months before"),
          Map.entry("team", "the size of the team behind it"),
          Map.entry("code", "it says where its code is"),
          Map.entry("venue", "it says where it was accepted"),
          Map.entry("votes", "votes of readers"),
          Map.entry("stars", "stars for its code"),
          Map.entry("comments", "discussion"),
          Map.entry("mentions", "mentions elsewhere"),
          Map.entry("citations", "citations"));

  /**
   * A summand of the score.
   *
   * @param amount signed, two decimals
   * @param words what it stands for
   */
  public record Part(String amount, String words) {}

  /** The badge of a paper, or null where the score says nothing. */
  static TrendBadge of(PaperCard card) {
    return card.trend() < LEAST ? null : whole(card);
  }

  /** The same, however low the score; null where it has no parts. */
  static TrendBadge whole(PaperCard card) {
    if (card.trendParts().isEmpty()) {
      return null;
    }
    List<Part> parts =
        card.trendParts().entrySet().stream()
            .filter(part -> part.getValue() >= 0.005)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(
                part ->
                    new Part(
                        String.format(Locale.ROOT, "+%.2f", part.getValue()), words(part.getKey())))
            .toList();
    return new TrendBadge(String.format(Locale.ROOT, "%.2f", card.trend()), parts);
  }

  /** What a part stands for; its name where it is not known here. */
  public static String words(String part) {
    return WORDS.getOrDefault(part, part);
  }
}
