package dev.paperboy.notify.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;

/** The fields of the filter form, as the framework fills them in; all may be null. */
public class FilterFields {
  @RestForm(FilterInput.TOPIC)
  List<String> topics;

  @RestForm(FilterInput.CATEGORY)
  List<String> categories;

  @RestForm(FilterInput.KEYWORDS)
  String keywords;

  @RestForm(FilterInput.AUTHORS)
  String authors;

  @RestForm(FilterInput.EXCLUSIONS)
  String exclusions;

  @RestForm(FilterInput.ABOUT)
  String about;

  @RestForm(FilterInput.EXAMPLES)
  String examples;

  @RestForm(FilterInput.MIN_TREND)
  String minTrend;

  @RestForm(FilterInput.DIAL)
  String dial;

  @RestForm(FilterInput.HOUR)
  String hour;

  @RestForm(FilterInput.ZONE)
  String zone;

  @RestForm(FilterInput.MAX_PAPERS)
  String maxPapers;

  @RestForm(FilterInput.FREQUENCY)
  String frequency;

  @RestForm(FilterInput.WEEKDAY)
  String weekday;

  @RestForm(FilterInput.PAUSE)
  String pause;

  @RestForm(FilterInput.EMPTY_DAYS)
  String emptyDays;

  FilterInput input() {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(FilterInput.TOPIC, topics);
    fields.put(FilterInput.CATEGORY, categories);
    put(fields, FilterInput.KEYWORDS, keywords);
    put(fields, FilterInput.AUTHORS, authors);
    put(fields, FilterInput.EXCLUSIONS, exclusions);
    put(fields, FilterInput.ABOUT, about);
    put(fields, FilterInput.EXAMPLES, examples);
    put(fields, FilterInput.MIN_TREND, minTrend);
    put(fields, FilterInput.DIAL, dial);
    put(fields, FilterInput.HOUR, hour);
    put(fields, FilterInput.ZONE, zone);
    put(fields, FilterInput.MAX_PAPERS, maxPapers);
    put(fields, FilterInput.FREQUENCY, frequency);
    put(fields, FilterInput.WEEKDAY, weekday);
    put(fields, FilterInput.PAUSE, pause);
    put(fields, FilterInput.EMPTY_DAYS, emptyDays);
    return new FilterInput(fields);
  }

  private static void put(Map<String, List<String>> fields, String name, String text) {
    if (text != null) {
      fields.put(name, List.of(text));
    }
  }
}
