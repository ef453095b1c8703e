package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Interests;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The filter part of a form as it came.
 *
 * @param topics ids ticked
 * @param categories ticked ones, and those typed, separated by commas or lines
 * @param keywords one expression a line
 * @param hour 0 to 23
 * @param zone id of a time zone
 * @param maxPapers papers in a digest
 */
record FilterInput(
    Collection<String> topics,
    Collection<String> categories,
    String keywords,
    String hour,
    String zone,
    String maxPapers) {
  static final String USUAL_HOUR = "7";
  static final String USUAL_ZONE = "UTC";

  FilterInput {
    topics = topics == null ? List.of() : List.copyOf(topics);
    categories = categories == null ? List.of() : List.copyOf(categories);
    keywords = keywords == null ? "" : keywords;
    hour = orElse(hour, USUAL_HOUR);
    zone = orElse(zone, USUAL_ZONE);
    maxPapers = orElse(maxPapers, Integer.toString(Interests.USUAL_PAPERS));
  }

  /** A stored filter, to be shown again. */
  static FilterInput of(Interests interests, int hour, String zone) {
    return new FilterInput(
        interests.topics(),
        interests.categories(),
        String.join("\n", interests.keywords()),
        Integer.toString(hour),
        zone,
        Integer.toString(interests.maxPapers()));
  }

  /** Categories one by one, without repetition. */
  List<String> categoryList() {
    return categories.stream()
        .flatMap(text -> Stream.of(text.split("[,;\\n\\r]")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static String orElse(String text, String usual) {
    return text == null || text.isBlank() ? usual : text.strip();
  }
}
