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
      Map.ofEntries(
          Map.entry("burst", "its topic is hot now"),
          Map.entry("authors", "its authors' earlier papers drew attention"),
          Map.entry("team", "the size of its team"),
          Map.entry("code", "it comes with code"),
          Map.entry("venue", "it was accepted for publication"),
          Map.entry("votes", "votes of readers"),
          Map.entry("stars", "stars for its code"),
          Map.entry("comments", "discussion"),
          Map.entry("mentions", "mentions elsewhere"),
          Map.entry("citations", "citations"),
          Map.entry("text", "its text reads like papers that drew attention"));

  private Why() {}

  /**
   * The sentence.
   *
   * @param names of topics and examples by their ids
   */
  static String of(Match match, Map<String, String> names) {
    String because =
        match.reasons().stream()
            .filter(reason -> reason.kind() != Reason.Kind.FILTER)
            .limit(MOST_REASONS)
            .map(reason -> words(reason, names))
            .collect(Collectors.joining(" + "));
    String trending = trending(match);
    String filters = filters(match);
    if (because.isEmpty()) {
      return filters
          + (trending.isEmpty() ? "New today, and you asked for everything." : sentence(trending));
    }
    return filters + "Because: " + because + (trending.isEmpty() ? "" : "; " + trending);
  }

  /** Which of several filters, before the rest; empty where there is one. */
  private static String filters(Match match) {
    String names =
        match.reasons().stream()
            .filter(reason -> reason.kind() == Reason.Kind.FILTER)
            .map(reason -> quoted(reason.what()))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "For " + names + ". ";
  }

  /** The trend score in writing, or null where it says nothing. */
  static String trend(Match match) {
    return match.trend() < LEAST_TREND ? null : String.format(Locale.ROOT, "%.2f", match.trend());
  }

  private static String words(Reason reason, Map<String, String> names) {
    return switch (reason.kind()) {
      case FILTER -> quoted(reason.what());
      case TOPIC -> weighed(names.getOrDefault(reason.what(), reason.what()), reason);
      case CATEGORY -> "category " + reason.what();
      case KEYWORDS -> "your keywords " + quoted(reason.what());
      case AUTHOR -> "you follow " + Excerpt.shortened(reason.what(), LONGEST_LINE);
      case ABOUT -> weighed("about " + quoted(reason.what()), reason);
      case TASTE -> weighed("like papers you marked", reason);
      case EXAMPLE ->
          weighed("like " + quoted(names.getOrDefault(reason.what(), reason.what())), reason);
    };
  }

  private static String weighed(String words, Reason reason) {
    return String.format(Locale.ROOT, "%s %.2f", words, reason.weight());
  }

  private static String quoted(String text) {
    return "«" + Excerpt.shortened(ReadableMath.of(text), LONGEST_LINE) + "»";
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
