package dev.paperboy.notify.signup;

import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.subscriber.EmptyDays;
import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.wording.Wording;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The filter part of a form as it is shown: choices, what was typed, and what is wrong with it. */
public record FilterForm(
    List<ChoiceGroup> fields,
    List<Choice> commonCategories,
    String otherCategories,
    String categoryProblem,
    Lines keywords,
    Lines authors,
    Lines exclusions,
    Lines about,
    Lines examples,
    String minTrend,
    String trendProblem,
    List<Choice> dial,
    List<Choice> frequencies,
    List<Choice> weekdays,
    List<Choice> emptyDays,
    String pause,
    String pauseProblem,
    List<Choice> hours,
    List<ChoiceGroup> zones,
    List<Choice> maxPapers,
    String otherProblem) {
  private static final Wording WORDS = Wording.of("signup");

  /**
   * A field of one wish per line.
   *
   * @param text as typed
   * @param problems lines that cannot be read
   */
  public record Lines(String text, List<LineProblem> problems) {
    static Lines of(String text, LineReading reading) {
      return new Lines(text, reading == null ? List.of() : reading.problems());
    }

    static Lines of(String text, ExampleReading reading) {
      return new Lines(text, reading == null ? List.of() : reading.problems());
    }
  }

  /** Whether anything is wrong with what says which papers. */
  public boolean wrong() {
    return categoryProblem != null
        || trendProblem != null
        || Stream.of(keywords, authors, exclusions, about, examples)
            .anyMatch(lines -> !lines.problems().isEmpty());
  }

  private static final List<String> COMMON =
      List.of(
          "cs.LG",
          "cs.CL",
          "cs.CV",
          "cs.AI",
          "cs.RO",
          "cs.IR",
          "stat.ML",
          "math.*",
          "physics.*",
          "quant-ph",
          "astro-ph.*",
          "cond-mat.*",
          "q-bio.*",
          "econ.*");
  private static final List<Integer> MOST_PAPERS = List.of(5, 8, 12, 20, 30);
  private static final Set<String> AREAS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  /**
   * The form.
   *
   * @param input what it is filled with
   * @param reading what was found in it; null for a form not sent yet
   * @param taxonomy fields and topics
   */
  static FilterForm of(FilterInput input, FilterReading reading, List<Topic> taxonomy) {
    List<String> categories = input.categories();
    return new FilterForm(
        fields(taxonomy, new HashSet<>(input.topics())),
        COMMON.stream().map(c -> new Choice(c, c, categories.contains(c))).toList(),
        categories.stream().filter(c -> !COMMON.contains(c)).collect(Collectors.joining(", ")),
        reading == null ? null : reading.categoryProblem(),
        Lines.of(input.text(FilterInput.KEYWORDS), reading == null ? null : reading.keywords()),
        Lines.of(input.text(FilterInput.AUTHORS), reading == null ? null : reading.authors()),
        Lines.of(input.text(FilterInput.EXCLUSIONS), reading == null ? null : reading.exclusions()),
        Lines.of(input.text(FilterInput.ABOUT), reading == null ? null : reading.about()),
        Lines.of(input.text(FilterInput.EXAMPLES), reading == null ? null : reading.examples()),
        input.text(FilterInput.MIN_TREND),
        reading == null ? null : reading.trendProblem(),
        IntStream.rangeClosed(0, Interests.TREND_ALONE)
            .mapToObj(
                place -> choice(Integer.toString(place), WORDS.say("dial." + place), input.dial()))
            .toList(),
        Stream.of(Frequency.values())
            .map(
                each ->
                    choice(each.label(), WORDS.say("frequency." + each.label()), input.frequency()))
            .toList(),
        Stream.of(DayOfWeek.values())
            .map(
                day ->
                    choice(
                        Integer.toString(day.getValue()),
                        day.getDisplayName(TextStyle.FULL, Locale.UK),
                        input.weekday()))
            .toList(),
        Stream.of(EmptyDays.values())
            .map(
                each ->
                    choice(
                        each.label(), WORDS.say("empty-days." + each.label()), input.emptyDays()))
            .toList(),
        input.text(FilterInput.PAUSE),
        reading == null ? null : reading.pauseProblem(),
        IntStream.rangeClosed(0, 23)
            .mapToObj(
                hour ->
                    choice(
                        Integer.toString(hour),
                        String.format(Locale.ROOT, "%02d:00", hour),
                        input.hour()))
            .toList(),
        zones(input.zone()),
        maxPapers(input.maxPapers()),
        reading == null ? null : reading.otherProblem());
  }

  /** Topics under their fields by name; fields with a choice first, to be seen at once. */
  private static List<ChoiceGroup> fields(List<Topic> taxonomy, Set<String> chosen) {
    Map<String, List<Choice>> byField = new TreeMap<>();
    Map<String, String> names =
        taxonomy.stream()
            .filter(topic -> topic.parent() == null)
            .collect(Collectors.toMap(Topic::id, Topic::name));
    for (Topic topic : taxonomy) {
      if (topic.parent() != null) {
        byField
            .computeIfAbsent(
                names.getOrDefault(topic.parent(), WORDS.say("topics.other")),
                key -> new ArrayList<>())
            .add(
                new Choice(
                    topic.id(),
                    topic.name(),
                    chosen.contains(topic.id()),
                    String.join(", ", topic.synonyms())));
      }
    }
    return byField.entrySet().stream()
        .map(field -> new ChoiceGroup(field.getKey(), List.copyOf(field.getValue())))
        .sorted(Comparator.comparing(group -> !group.open()))
        .toList();
  }

  private static List<ChoiceGroup> zones(String chosen) {
    Map<String, List<Choice>> byArea = new TreeMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .filter(zone -> zone.indexOf('/') > 0)
        .filter(zone -> AREAS.contains(zone.substring(0, zone.indexOf('/'))))
        .forEach(
            zone -> {
              int slash = zone.indexOf('/');
              byArea
                  .computeIfAbsent(zone.substring(0, slash), area -> new ArrayList<>())
                  .add(choice(zone, zone.substring(slash + 1).replace('_', ' '), chosen));
            });
    List<Choice> plain = new ArrayList<>();
    plain.add(choice("UTC", "UTC", chosen));
    boolean listed =
        plain.getFirst().chosen()
            || byArea.values().stream().flatMap(List::stream).anyMatch(Choice::chosen);
    if (!listed && ZoneId.getAvailableZoneIds().contains(chosen)) {
      plain.add(choice(chosen, chosen, chosen));
    }
    return Stream.concat(
            Stream.of(new ChoiceGroup(WORDS.say("zones.everywhere"), plain)),
            byArea.entrySet().stream().map(a -> new ChoiceGroup(a.getKey(), a.getValue())))
        .toList();
  }

  private static List<Choice> maxPapers(String chosen) {
    return MOST_PAPERS.stream()
        .map(number -> choice(number.toString(), WORDS.say("papers", number), chosen))
        .toList();
  }

  private static Choice choice(String id, String name, String chosen) {
    return new Choice(id, name, id.equals(chosen));
  }
}
