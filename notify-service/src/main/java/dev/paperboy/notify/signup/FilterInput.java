package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.EmptyDays;
import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The filter part of a form as it came.
 *
 * @param fields values by the field's name
 */
record FilterInput(Map<String, List<String>> fields) {
  static final String TOPIC = "topic";
  static final String CATEGORY = "category";
  static final String KEYWORDS = "keywords";
  static final String AUTHORS = "authors";
  static final String EXCLUSIONS = "exclusions";
  static final String ABOUT = "about";
  static final String EXAMPLES = "examples";
  static final String MIN_TREND = "trend";
  static final String DIAL = "dial";
  static final String HOUR = "hour";
  static final String ZONE = "zone";
  static final String MAX_PAPERS = "max";
  static final String FREQUENCY = "frequency";
  static final String WEEKDAY = "weekday";
  static final String PAUSE = "pause";
  static final String EMPTY_DAYS = "empty";

  static final String USUAL_HOUR = "7";
  static final String USUAL_ZONE = "UTC";
  static final String USUAL_WEEKDAY = "1";

  /** Control characters, which no keyboard types and the database does not take. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  FilterInput {
    Map<String, List<String>> copy = new HashMap<>();
    fields.forEach(
        (name, values) -> {
          if (values != null) {
            copy.put(
                name, values.stream().map(value -> UNSEEN.matcher(value).replaceAll(" ")).toList());
          }
        });
    fields = Map.copyOf(copy);
  }

  /** A form with some fields filled in. */
  static FilterInput of(Map<String, String> texts) {
    Map<String, List<String>> fields = new HashMap<>();
    texts.forEach((name, text) -> fields.put(name, List.of(text)));
    return new FilterInput(fields);
  }

  /** A stored filter, to be shown again. */
  static FilterInput of(Interests interests, Schedule schedule) {
    return new FilterInput(
        Map.ofEntries(
            Map.entry(TOPIC, interests.topics()),
            Map.entry(CATEGORY, interests.categories()),
            Map.entry(KEYWORDS, List.of(String.join("\n", interests.keywords()))),
            Map.entry(AUTHORS, List.of(String.join("\n", interests.authors()))),
            Map.entry(EXCLUSIONS, List.of(String.join("\n", interests.exclusions()))),
            Map.entry(ABOUT, List.of(String.join("\n", interests.about()))),
            Map.entry(EXAMPLES, List.of(String.join("\n", interests.examples()))),
            Map.entry(
                MIN_TREND,
                interests.minTrend() == 0
                    ? List.of()
                    : List.of(
                        BigDecimal.valueOf(interests.minTrend())
                            .stripTrailingZeros()
                            .toPlainString())),
            Map.entry(DIAL, List.of(Integer.toString(interests.dial()))),
            Map.entry(HOUR, List.of(Integer.toString(schedule.hour()))),
            Map.entry(ZONE, List.of(schedule.zone().getId())),
            Map.entry(FREQUENCY, List.of(schedule.frequency().label())),
            Map.entry(WEEKDAY, List.of(Integer.toString(schedule.weekday().getValue()))),
            Map.entry(
                PAUSE,
                schedule.pausedUntil() == null
                    ? List.of()
                    : List.of(schedule.pausedUntil().toString())),
            Map.entry(EMPTY_DAYS, List.of(schedule.emptyDays().label())),
            Map.entry(MAX_PAPERS, List.of(Integer.toString(interests.maxPapers())))));
  }

  /** Ids ticked. */
  List<String> topics() {
    return fields.getOrDefault(TOPIC, List.of());
  }

  /** Categories one by one, ticked or typed, without repetition. */
  List<String> categories() {
    return fields.getOrDefault(CATEGORY, List.of()).stream()
        .flatMap(text -> Stream.of(text.split("[,;\\n\\r]")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** What was typed there, several fields of one name below each other; never null. */
  String text(String field) {
    return String.join("\n", fields.getOrDefault(field, List.of()));
  }

  String dial() {
    return orElse(DIAL, Integer.toString(Interests.USUAL_DIAL));
  }

  String hour() {
    return orElse(HOUR, USUAL_HOUR);
  }

  String zone() {
    return orElse(ZONE, USUAL_ZONE);
  }

  String frequency() {
    return orElse(FREQUENCY, Frequency.DAILY.label());
  }

  String weekday() {
    return orElse(WEEKDAY, USUAL_WEEKDAY);
  }

  String emptyDays() {
    return orElse(EMPTY_DAYS, EmptyDays.WEEKLY.label());
  }

  String maxPapers() {
    return orElse(MAX_PAPERS, Integer.toString(Interests.USUAL_PAPERS));
  }

  private String orElse(String field, String usual) {
    String text = text(field);
    return text.isBlank() ? usual : text.strip();
  }
}
