package dev.paperboy.notify.signup;

import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.subscriber.AuthorName;
import dev.paperboy.notify.subscriber.EmptyDays;
import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.query.PaperQuery;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A filter form read: either wishes and when to send, or what is wrong with it, in words that say
 * what to do.
 *
 * @param categoryProblem null where there is none
 * @param trendProblem null where there is none
 * @param pauseProblem null where there is none
 * @param otherProblem null where there is none; what only a tampered form brings
 */
record FilterReading(
    Interests interests,
    Schedule schedule,
    LineReading keywords,
    LineReading authors,
    LineReading exclusions,
    LineReading about,
    ExampleReading examples,
    String categoryProblem,
    String trendProblem,
    String pauseProblem,
    String otherProblem) {
  private static final Wording WORDS = Wording.of("signup");

  static final int MOST_KEYWORDS = 20;
  static final int MOST_EXCLUSIONS = 20;
  static final int MOST_AUTHORS = 50;
  static final int MOST_ABOUT = 5;
  static final int MOST_EXAMPLES = 20;
  static final int MOST_CATEGORIES = 40;

  /** What classify encodes. */
  static final int LONGEST_DESCRIPTION = 500;

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Pattern CATEGORY =
      Pattern.compile("[A-Za-z][A-Za-z -]{0,60}(\\.([A-Za-z][A-Za-z-]{0,20}|\\*))?");
  private static final Pattern TREND = Pattern.compile("\\d{1,2}([.,]\\d{1,3})?");

  boolean good() {
    return Stream.of(keywords, authors, exclusions, about)
            .allMatch(lines -> lines.problems().isEmpty())
        && examples.problems().isEmpty()
        && Stream.of(categoryProblem, trendProblem, pauseProblem, otherProblem)
            .allMatch(problem -> problem == null);
  }

  /**
   * Reads a form.
   *
   * @param knownTopics ids of the taxonomy; others are dropped, since topics may retire
   */
  static FilterReading of(FilterInput input, Set<String> knownTopics) {
    List<String> categories = input.categories();
    LineReading keywords =
        LineReading.of(input.text(FilterInput.KEYWORDS), MOST_KEYWORDS, FilterReading::keyword);
    LineReading authors =
        LineReading.of(
            input.text(FilterInput.AUTHORS),
            MOST_AUTHORS,
            line -> Optional.of(AuthorName.parse(line).text()));
    LineReading exclusions =
        LineReading.of(
            input.text(FilterInput.EXCLUSIONS), MOST_EXCLUSIONS, FilterReading::exclusion);
    LineReading about =
        LineReading.of(input.text(FilterInput.ABOUT), MOST_ABOUT, FilterReading::description);
    ExampleReading examples = ExampleReading.of(input.text(FilterInput.EXAMPLES), MOST_EXAMPLES);
    double trend = trend(input.text(FilterInput.MIN_TREND).strip());
    int dial = number(input.dial(), 0, Interests.TREND_ALONE);
    int hour = number(input.hour(), 0, 23);
    int most = number(input.maxPapers(), 1, 50);
    boolean zoneKnown = ZONES.contains(input.zone());
    int weekday = number(input.weekday(), 1, 7);
    Optional<Frequency> frequency = Frequency.of(input.frequency());
    Optional<EmptyDays> emptyDays = EmptyDays.of(input.emptyDays());
    boolean tampered =
        hour < 0
            || most < 0
            || dial < 0
            || weekday < 0
            || !zoneKnown
            || frequency.isEmpty()
            || emptyDays.isEmpty();
    String pause = input.text(FilterInput.PAUSE).strip();
    LocalDate until = day(pause);
    return new FilterReading(
        new Interests(
            input.topics().stream().filter(knownTopics::contains).distinct().toList(),
            categories,
            keywords.values(),
            authors.values(),
            exclusions.values(),
            about.values(),
            examples.values(),
            Math.max(trend, 0),
            dial < 0 ? Interests.USUAL_DIAL : dial,
            most < 0 ? Interests.USUAL_PAPERS : most),
        new Schedule(
            frequency.orElse(Frequency.DAILY),
            DayOfWeek.of(Math.max(weekday, 1)),
            Math.max(hour, 0),
            ZoneId.of(zoneKnown ? input.zone() : FilterInput.USUAL_ZONE),
            until,
            emptyDays.orElse(EmptyDays.WEEKLY)),
        keywords,
        authors,
        exclusions,
        about,
        examples,
        categoryProblem(categories),
        trend < 0 ? WORDS.say("problem.trend") : null,
        pause.isEmpty() || until != null ? null : WORDS.say("problem.pause"),
        tampered ? WORDS.say("problem.choices") : null);
  }

  /**
   * The same with what became of the examples.
   *
   * @param unknown ids that nobody here knows
   * @param unsure ids that nobody could be asked for
   */
  FilterReading looked(Set<String> unknown, Set<String> unsure) {
    ExampleReading looked = examples.looked(unknown, unsure);
    return new FilterReading(
        interests.examples(looked.values()),
        schedule,
        keywords,
        authors,
        exclusions,
        about,
        looked,
        categoryProblem,
        trendProblem,
        pauseProblem,
        otherProblem);
  }

  /** As the reader wrote it: that is how the mail will quote it. */
  private static Optional<String> keyword(String line) {
    PaperQuery query = PaperQuery.parse(line);
    if (query.meanings().size() > 1) {
      throw new IllegalArgumentException(WORDS.say("problem.two-meanings"));
    }
    query.meanings().forEach(FilterReading::description);
    return query.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  private static Optional<String> exclusion(String line) {
    PaperQuery query = PaperQuery.parse(line);
    if (!query.meanings().isEmpty()) {
      throw new IllegalArgumentException(WORDS.say("problem.excluded-meaning"));
    }
    return query.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  private static Optional<String> description(String line) {
    String text = line.replaceAll("\\s+", " ").strip();
    if (text.length() > LONGEST_DESCRIPTION) {
      throw new IllegalArgumentException(WORDS.say("problem.long", LONGEST_DESCRIPTION));
    }
    if (text.chars().noneMatch(Character::isLetter)) {
      throw new IllegalArgumentException(WORDS.say("problem.no-words"));
    }
    if (!Subjects.isDescription(text)) {
      throw new IllegalArgumentException(WORDS.say("problem.paper-as-words"));
    }
    return Optional.of(text);
  }

  private static String categoryProblem(List<String> categories) {
    if (categories.size() > MOST_CATEGORIES) {
      return WORDS.say("problem.categories", MOST_CATEGORIES);
    }
    return categories.stream()
        .filter(category -> !CATEGORY.matcher(category).matches())
        .findFirst()
        .map(
            category ->
                WORDS.say(
                    "problem.category",
                    category.length() > 40 ? category.substring(0, 40) + "…" : category))
        .orElse(null);
  }

  /** Negative where it is no number. */
  private static double trend(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    return TREND.matcher(text).matches() ? Double.parseDouble(text.replace(',', '.')) : -1;
  }

  /** Null where it is none of these centuries. */
  private static LocalDate day(String text) {
    try {
      return text.matches("2[01]\\d\\d-\\d\\d-\\d\\d") ? LocalDate.parse(text) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static int number(String text, int least, int most) {
    if (!text.matches("\\d{1,2}")) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number < least || number > most ? -1 : number;
  }
}
