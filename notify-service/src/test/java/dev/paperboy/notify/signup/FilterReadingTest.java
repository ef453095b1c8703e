package dev.paperboy.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.subscriber.Interests;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReadingTest {
  private static final Set<String> KNOWN = Set.of("information-retrieval");

  private static FilterReading read(FilterInput input) {
    return FilterReading.of(input, KNOWN);
  }

  private static FilterInput keywords(String text) {
    return new FilterInput(List.of(), List.of(), text, "7", "UTC", "12");
  }

  private static FilterInput categories(String... texts) {
    return new FilterInput(List.of(), List.of(texts), "", "7", "UTC", "12");
  }

  @Test
  void aGoodFormBecomesInterests() {
    FilterReading reading =
        read(
            new FilterInput(
                List.of("information-retrieval", "retired-topic"),
                List.of("cs.IR", "cs.*; math.GT\ncs.IR"),
                " \"sentence encoder\" \n\n-survey\r\nauthor:\"A. Lovelace\"",
                "23",
                "Pacific/Kiritimati",
                "20"));

    assertThat(reading.good()).isTrue();
    assertThat(reading.hour()).isEqualTo(23);
    assertThat(reading.zone()).isEqualTo("Pacific/Kiritimati");
    assertThat(reading.interests())
        .isEqualTo(
            new Interests(
                List.of("information-retrieval"),
                List.of("cs.IR", "cs.*", "math.GT"),
                List.of("\"sentence encoder\"", "-survey", "author:\"A. Lovelace\""),
                20));
  }

  @Test
  void anEmptyFormIsGood() {
    FilterReading reading = read(new FilterInput(null, null, null, null, null, null));

    assertThat(reading.good()).isTrue();
    assertThat(reading.interests().isEmpty()).isTrue();
    assertThat(reading.interests().maxPapers()).isEqualTo(12);
  }

  @Test
  void aLineThatCannotBeReadIsShownWithThePlaceAndAHint() {
    FilterReading reading = read(keywords("graph networks\n  autor:lovelace x"));

    assertThat(reading.good()).isFalse();
    assertThat(reading.keywordProblems()).hasSize(1);
    KeywordProblem problem = reading.keywordProblems().getFirst();
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.before() + problem.at() + problem.after()).isEqualTo("autor:lovelace x");
    assertThat(problem.at()).startsWith("autor:");
    assertThat(problem.suggestion()).contains("author");
  }

  @Test
  void aProblemAtTheEndIsMarkedThere() {
    assertThat(read(keywords("graph (networks")).keywordProblems()).hasSize(1);
    assertThat(read(keywords("graph OR")).keywordProblems().getFirst().at()).isNotBlank();
  }

  @Test
  void linesAndCategoriesAreLimited() {
    String lines =
        IntStream.rangeClosed(1, FilterReading.MOST_KEYWORDS + 1)
            .mapToObj(i -> "word" + i)
            .collect(Collectors.joining("\n"));
    assertThat(read(keywords(lines)).keywordProblems().getFirst().problem()).contains("more than");
    String many =
        IntStream.rangeClosed(0, FilterReading.MOST_CATEGORIES)
            .mapToObj(i -> "cs." + (char) ('A' + i / 26) + (char) ('A' + i % 26))
            .collect(Collectors.joining(","));
    assertThat(read(categories(many)).categoryProblem()).contains("more than");
  }

  @ParameterizedTest
  @CsvSource({"cs.LG", "cs.*", "hep-th", "cond-mat.mes-hall", "cell biology", "physics.flu-dyn"})
  void categoriesOfAllArchivesAreTaken(String category) {
    assertThat(read(categories(category)).good()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"<script>", "cs.", "*", "cs.**", "http://x.org", "1234"})
  void whatIsNoCategoryIsNamed(String text) {
    assertThat(read(categories(text)).categoryProblem()).contains(text).contains("cs.LG");
  }

  @ParameterizedTest
  @CsvSource({"24,UTC,12", "x,UTC,12", "-1,UTC,12", "7,Mars/Olympus,12", "7,UTC,0", "7,UTC,99"})
  void aTamperedChoiceIsRefused(String hour, String zone, String most) {
    FilterReading reading = read(new FilterInput(List.of(), List.of(), "", hour, zone, most));

    assertThat(reading.good()).isFalse();
    assertThat(reading.otherProblem()).contains("lists");
  }
}
