package dev.paperboy.notify.digest;

import dev.paperboy.latex.ReadableMath;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in one line why a paper is in a digest. */
final class Why {
  /** Below this a trend says nothing. */
  private static final double LEAST_TREND = 0.05;

  private static final int MOST_REASONS = 3;
  private static final int LONGEST_LINE = 60;
  private static final Map<String, String> PARTS =
      Map.of(
          "burst", "its topic is hot now",
          "team", "the size of its team",
          "code", "it comes with code",
          "venue", "it was accepted for publication",
          "votes", "votes of readers",
          "stars", "stars for its code",
          "comments", "discussion",
          "mentions", "mentions elsewhere",
          "citations", "citations",
          "prior", "its text reads like papers that drew attention");

  private Why() {}

  /** The sentence. */
  static String of(Match match, Map<String, String> topicNames) {
    String because =
        match.reasons().stream()
            .limit(MOST_REASONS)
            .map(reason -> words(reason, topicNames))
            .collect(Collectors.joining(" + "));
    String trending = trending(match);
    if (because.isEmpty()) {
      return trending.isEmpty() ? "New today, and you asked for everything." : sentence(trending);
    }
    return "Because: " + because + (trending.isEmpty() ? "" : "; " + trending);
  }

  /** The trend score in writing, or null where it says nothing. */
  static String trend(Match match) {
    return match.trend() < LEAST_TREND ? null : String.format(Locale.ROOT, "%.2f", match.trend());
  }

  private static String words(Reason reason, Map<String, String> topicNames) {
    return switch (reason.kind()) {
      case TOPIC ->
          String.format(
              Locale.ROOT,
              "%s %.2f",
              topicNames.getOrDefault(reason.what(), reason.what()),
              reason.weight());
      case CATEGORY -> "category " + reason.what();
      case KEYWORDS ->
          "your keywords «" + Excerpt.shortened(ReadableMath.of(reason.what()), LONGEST_LINE) + "»";
    };
  }

  private static String trending(Match match) {
    String score = trend(match);
    if (score == null) {
      return "";
    }
    List<String> parts =
        match.paper().trendParts().entrySet().stream()
            .filter(part -> part.getValue() >= LEAST_TREND)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(2)
            .map(part -> PARTS.getOrDefault(part.getKey(), part.getKey()))
            .toList();
    return "trend " + score + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
