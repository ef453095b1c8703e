package dev.paperboy.notify.digest;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.wording.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in one line why a paper is in a digest. */
final class Why {
  private static final Wording WORDS = Wording.of("digest");

  /** Below this a trend says nothing. */
  private static final double LEAST_TREND = 0.05;

  private static final int MOST_REASONS = 3;
  private static final int LONGEST_LINE = 60;

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
      return filters + (trending.isEmpty() ? WORDS.say("why.all") : sentence(trending));
    }
    return filters
        + WORDS.say("why.because", because)
        + (trending.isEmpty() ? "" : "; " + trending);
  }

  /** Which of several filters, before the rest; empty where there is one. */
  private static String filters(Match match) {
    String names =
        match.reasons().stream()
            .filter(reason -> reason.kind() == Reason.Kind.FILTER)
            .map(reason -> quoted(reason.what()))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : WORDS.say("why.filters", names) + " ";
  }

  /** The trend score in writing, or null where it says nothing. */
  static String trend(Match match) {
    return match.trend() < LEAST_TREND ? null : String.format(Locale.ROOT, "%.2f", match.trend());
  }

  private static String words(Reason reason, Map<String, String> names) {
    return switch (reason.kind()) {
      case FILTER -> quoted(reason.what());
      case TOPIC -> weighed(names.getOrDefault(reason.what(), reason.what()), reason);
      case CATEGORY -> WORDS.say("why.category", reason.what());
      case KEYWORDS -> WORDS.say("why.keywords", quoted(reason.what()));
      case AUTHOR -> WORDS.say("why.author", Excerpt.shortened(reason.what(), LONGEST_LINE));
      case ABOUT -> weighed(WORDS.say("why.about", quoted(reason.what())), reason);
      case TASTE -> weighed(WORDS.say("why.taste"), reason);
      case EXAMPLE ->
          weighed(
              WORDS.say("why.example", quoted(names.getOrDefault(reason.what(), reason.what()))),
              reason);
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
            .map(part -> part(part.getKey()))
            .toList();
    return WORDS.say("why.trend", score) + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  /** A part of the score in words; one that came later, by its name. */
  private static String part(String name) {
    String key = "why.part." + name;
    return WORDS.has(key) ? WORDS.say(key) : name;
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
