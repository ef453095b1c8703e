package dev.paperboy.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterReadingTest {
  private static final Set<String> KNOWN = Set.of("information-retrieval");

  private static FilterReading read(FilterInput input) {
    return FilterReading.of(input, KNOWN);
  }

  private static FilterReading read(String field, String text) {
    return read(FilterInput.of(Map.of(field, text)));
  }

  private static FilterReading keywords(String text) {
    return read(FilterInput.KEYWORDS, text);
  }

  private static FilterReading categories(String text) {
    return read(FilterInput.CATEGORY, text);
  }

  private static String lines(int number, String of) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(i -> of.formatted(i))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aGoodFormBecomesInterests() {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(FilterInput.TOPIC, List.of("information-retrieval", "retired-topic"));
    fields.put(FilterInput.CATEGORY, List.of("cs.IR", "cs.*; math.GT\ncs.IR"));
    fields.put(FilterInput.KEYWORDS, List.of(" \"sentence encoder\" \n\n-survey\r\ntitle:bench"));
    fields.put(FilterInput.AUTHORS, List.of("author:\"A. Lovelace\"\nNoether, Emmy\n A. Lovelace"));
    fields.put(FilterInput.EXCLUSIONS, List.of("survey OR review\n-cat:cs.CR"));
    fields.put(FilterInput.ABOUT, List.of("  how   robots grasp\n\n"));
    fields.put(
        FilterInput.EXAMPLES,
        List.of("2405.14906v2, https://arxiv.org/abs/1706.03762\narXiv:2405.14906"));
    fields.put(FilterInput.MIN_TREND, List.of("0,25"));
    fields.put(FilterInput.DIAL, List.of("4"));
    fields.put(FilterInput.FREQUENCY, List.of("weekly"));
    fields.put(FilterInput.WEEKDAY, List.of("5"));
    fields.put(FilterInput.PAUSE, List.of("2026-08-31"));
    fields.put(FilterInput.HOUR, List.of("23"));
    fields.put(FilterInput.ZONE, List.of("Pacific/Kiritimati"));
    fields.put(FilterInput.MAX_PAPERS, List.of("20"));

    FilterReading reading = read(new FilterInput(fields));

    assertThat(reading.good()).isTrue();
    Schedule schedule =
        new Schedule(
            Frequency.WEEKLY,
            DayOfWeek.FRIDAY,
            23,
            ZoneId.of("Pacific/Kiritimati"),
            LocalDate.of(2026, 8, 31));
    assertThat(reading.schedule()).isEqualTo(schedule);
    Interests wished =
        new Interests(
            List.of("information-retrieval"),
            List.of("cs.IR", "cs.*", "math.GT"),
            List.of("\"sentence encoder\"", "-survey", "title:bench"),
            List.of("A. Lovelace", "Noether, Emmy"),
            List.of("survey OR review", "-cat:cs.CR"),
            List.of("how robots grasp"),
            List.of("arxiv:2405.14906", "arxiv:1706.03762"),
            0.25,
            4,
            20);
    assertThat(reading.interests()).isEqualTo(wished);
    FilterReading again = read(FilterInput.of(wished, schedule));
    assertThat(again.interests()).as("shown in the form and sent again").isEqualTo(wished);
    assertThat(again.schedule()).isEqualTo(schedule);
  }

  @Test
  void anEmptyFormIsGood() {
    FilterReading reading = read(new FilterInput(Map.of()));

    assertThat(reading.good()).isTrue();
    assertThat(reading.interests()).isEqualTo(Interests.builder().build());
    assertThat(reading.interests().maxPapers()).isEqualTo(12);
    assertThat(reading.interests().dial()).isEqualTo(2);
    assertThat(reading.schedule())
        .isEqualTo(new Schedule(Frequency.DAILY, DayOfWeek.MONDAY, 7, ZoneId.of("UTC"), null));
  }

  @Test
  void aLineThatCannotBeReadIsShownWithThePlaceAndAHint() {
    FilterReading reading = keywords("graph networks\n  autor:lovelace x");

    assertThat(reading.good()).isFalse();
    assertThat(reading.keywords().problems()).hasSize(1);
    LineProblem problem = reading.keywords().problems().getFirst();
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.before() + problem.at() + problem.after()).isEqualTo("autor:lovelace x");
    assertThat(problem.at()).startsWith("autor:");
    assertThat(problem.suggestion()).contains("author");
  }

  @Test
  void aProblemAtTheEndIsMarkedThere() {
    assertThat(keywords("graph (networks").keywords().problems()).hasSize(1);
    assertThat(keywords("graph OR").keywords().problems().getFirst().at()).isNotBlank();
  }

  @Test
  void linesAndCategoriesAreLimited() {
    assertThat(keywords(lines(20, "word%d")).good()).isTrue();
    assertThat(keywords(lines(21, "word%d")).keywords().problems())
        .containsExactly(
            new LineProblem(21, "", "word21", "", "that is more than 20 lines", "leave some out"));
    assertThat(read(FilterInput.EXCLUSIONS, lines(21, "word%d")).exclusions().problems())
        .hasSize(1);
    assertThat(read(FilterInput.AUTHORS, lines(51, "A. Lovelace%d")).authors().problems())
        .hasSize(1);
    assertThat(read(FilterInput.ABOUT, lines(5, "papers number %d")).good()).isTrue();
    assertThat(read(FilterInput.ABOUT, lines(6, "papers number %d")).about().problems()).hasSize(1);
    assertThat(read(FilterInput.EXAMPLES, lines(21, "2405.1%04d")).examples().problems())
        .hasSize(1);
    String many =
        IntStream.rangeClosed(0, FilterReading.MOST_CATEGORIES)
            .mapToObj(i -> "cs." + (char) ('A' + i / 26) + (char) ('A' + i % 26))
            .collect(Collectors.joining(","));
    assertThat(categories(many).categoryProblem()).contains("more than");
  }

  @ParameterizedTest
  @CsvSource({"cs.LG", "cs.*", "hep-th", "cond-mat.mes-hall", "cell biology", "physics.flu-dyn"})
  void categoriesOfAllArchivesAreTaken(String category) {
    assertThat(categories(category).good()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"<script>", "cs.", "*", "cs.**", "http://x.org", "1234"})
  void whatIsNoCategoryIsNamed(String text) {
    assertThat(categories(text).categoryProblem()).contains(text).contains("cs.LG");
  }

  @ParameterizedTest
  @CsvSource({
    "hour,24",
    "hour,x",
    "hour,-1",
    "zone,Mars/Olympus",
    "max,0",
    "max,99",
    "dial,5",
    "dial,x",
    "frequency,hourly",
    "weekday,0",
    "weekday,8"
  })
  void aTamperedChoiceIsRefused(String field, String value) {
    FilterReading reading = read(field, value);

    assertThat(reading.good()).isFalse();
    assertThat(reading.otherProblem()).contains("lists");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "authors|123|no name",
        "authors|A. Lovelace, E. Noether, K. Johnson|several names",
        "authors|Ada Lovelace and Emmy Noether|several names",
        "exclusions|~\"about robots\"|cannot be left out by meaning",
        "exclusions|autor:x|autor",
        "about|12345|no words",
        "examples|no paper|names no paper",
        "examples|2413.00001|not an arXiv id",
        "keywords|~\"one thing\" OR ~\"another\"|one ~",
      })
  void whatCannotBeIsSaidWithTheLineAndWhatToDo(String field, String text, String words) {
    FilterReading reading = read(field, "\n" + text);

    assertThat(reading.good()).isFalse();
    List<LineProblem> problems =
        switch (field) {
          case "authors" -> reading.authors().problems();
          case "exclusions" -> reading.exclusions().problems();
          case "about" -> reading.about().problems();
          case "examples" -> reading.examples().problems();
          default -> reading.keywords().problems();
        };
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().line()).isEqualTo(2);
    assertThat(problems.getFirst().problem()).contains(words);
    assertThat(problems.getFirst().suggestion()).isNotBlank();
  }

  @Test
  void aDescriptionIsAtMostWhatIsEncoded() {
    assertThat(read(FilterInput.ABOUT, "a".repeat(500)).good()).isTrue();
    LineProblem problem = read(FilterInput.ABOUT, "a".repeat(501)).about().problems().getFirst();
    assertThat(problem.problem()).isEqualTo("this is longer than 500 characters");
    assertThat(problem.at()).hasSizeLessThan(130);
    assertThat(keywords("~\"" + "a ".repeat(260) + "\"").keywords().problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"-1", "much", "1e3", "100", "0.1234"})
  void aTrendIsANumber(String text) {
    FilterReading reading = read(FilterInput.MIN_TREND, text);

    assertThat(reading.good()).isFalse();
    assertThat(reading.trendProblem()).contains("number");
  }

  @ParameterizedTest
  @CsvSource({"tomorrow", "2026-02-30", "31.8.2026", "1026-08-31"})
  void aPauseEndsOnADay(String text) {
    FilterReading reading = read(FilterInput.PAUSE, text);

    assertThat(reading.good()).isFalse();
    assertThat(reading.pauseProblem()).contains("2026-08-31");
  }

  @Test
  void charactersThatNobodyTypesAreSpaces() {
    Interests interests =
        read(FilterInput.of(
                Map.of(
                    "about", "how robots\u0000grasp\u001f",
                    "keywords", "one\u0000two\nthree",
                    "authors", "Ada\u0007Lovelace")))
            .interests();

    assertThat(interests.about()).containsExactly("how robots grasp");
    assertThat(interests.keywords()).containsExactly("one two", "three");
    assertThat(interests.authors()).containsExactly("Ada Lovelace");
  }

  @Test
  void examplesThatNobodyKnowsAreMarkedInTheirLine() {
    FilterReading reading =
        read(FilterInput.EXAMPLES, "2405.00001\n2405.00002")
            .looked(Set.of("arxiv:2405.00002"), Set.of());

    assertThat(reading.good()).isFalse();
    LineProblem problem = reading.examples().problems().getFirst();
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.at()).isEqualTo("arxiv:2405.00002");
    assertThat(problem.suggestion()).startsWith("take it out");
  }

  @Test
  void aFormOfNothingButMistakesIsToldOfTheFirstOnes() {
    assertThat(keywords("\"\n".repeat(100_000)).keywords().problems()).hasSize(20);
    assertThat(read(FilterInput.AUTHORS, "1\n".repeat(100_000)).authors().problems()).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arxiv:1706.03762", "biorxiv:10.1101/029900", "pasted:0123456789abcdef"})
  void anIdIsNoDescription(String text) {
    assertThat(read(FilterInput.ABOUT, text).about().problems()).hasSize(1);
    assertThat(keywords("~\"" + text + "\"").keywords().problems()).hasSize(1);
    assertThat(read(FilterInput.ABOUT, "papers: " + text).good()).isTrue();
  }
}
