package dev.paperboy.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.paperboy.notify.example.PastedPaper;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleReadingTest {
  private static final String ABSTRACT = "We made up a specimen and say so in a few words.";
  private static final String ENTRY =
      "@article{made2024up,\n  title = {A {Specimen}},\n  eprint = {2405.00001},\n  abstract = {"
          + ABSTRACT
          + "}\n}";
  private static final String PASTED = new PastedPaper("A Specimen", ABSTRACT).written();

  private static ExampleReading read(String text) {
    return ExampleReading.of(text, 20);
  }

  @Test
  void idsAddressesDoisAndEntriesAreTakenOnceEach() {
    ExampleReading reading =
        read(
            "2405.00002v2, https://arxiv.org/abs/2405.00003\n"
                + ENTRY
                + "\n10.48550/arXiv.2405.00002\n@misc{x, title={A Specimen}, abstract={"
                + ABSTRACT
                + "}}");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.values())
        .containsExactly("arxiv:2405.00002", "arxiv:2405.00003", "arxiv:2405.00001", PASTED);
    assertThat(reading.ids())
        .containsExactlyInAnyOrder("arxiv:2405.00001", "arxiv:2405.00002", "arxiv:2405.00003");
    assertThat(read(String.join("\n", reading.values())).values())
        .as("shown in the form and sent again")
        .isEqualTo(reading.values());
  }

  @Test
  void aLineThatIsNoAddressOfAnyLengthIsSaidToBeSo() {
    String spaces = " ".repeat(199_000);
    for (String text :
        new String[] {
          "a" + spaces + "b",
          "biorxiv.org/".repeat(16_000),
          "@misc{k, eprint = {a" + spaces + "b}}",
          "@misc{k, note = {" + "biorxiv.org/".repeat(16_000) + "}}"
        }) {
      // A quadratic reader takes minutes.
      ExampleReading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text));

      assertThat(reading.examples()).isEmpty();
      assertThat(reading.problems()).hasSize(1);
      assertThat(reading.problems().toString()).hasSizeLessThan(1_000);
    }
  }

  @Test
  void aPastedPaperOfOneEndlessWordIsNone() {
    ExampleReading reading =
        read("@misc{x, title={T}, abstract={" + "a".repeat(4_000) + " b c d e f}}");

    assertThat(reading.values()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
  }

  @Test
  void whatIsNotHereIsKnownByItsText() {
    ExampleReading reading = read("2405.00002\n" + ENTRY);

    ExampleReading looked = reading.looked(Set.of("arxiv:2405.00001"), Set.of());

    assertThat(looked.problems()).isEmpty();
    assertThat(looked.values()).containsExactly("arxiv:2405.00002", PASTED);
    assertThat(reading.looked(Set.of(), Set.of()).values()).isEqualTo(reading.values());
    assertThat(reading.looked(Set.of(), Set.of("arxiv:2405.00001", "arxiv:2405.00002")).values())
        .as("where nobody could be asked")
        .containsExactly("arxiv:2405.00002", PASTED);
  }

  @Test
  void whatIsNotHereAndHasNoTextIsToldInItsLine() {
    ExampleReading looked =
        read("\n2405.00002\n\n@misc{key1, title = {A title}, eprint = {2405.00003}}")
            .looked(Set.of("arxiv:2405.00002", "arxiv:2405.00003"), Set.of());

    assertThat(looked.problems().stream().map(LineProblem::line)).containsExactly(2, 4);
    assertThat(looked.problems().stream().map(LineProblem::at))
        .containsExactly("arxiv:2405.00002", "@misc{key1} A title");
    assertThat(looked.problems().get(0).suggestion()).contains("take it out", "BibTeX");
    assertThat(looked.problems().get(1).suggestion()).contains("abstract = {…}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@misc{a, title = {Only a title}}|names no paper of arXiv|abstract = {…}",
        "@article{a, doi = {10.1145/1.2}}|names no paper of arXiv|eprint = {…}",
        "@misc{a, title = {Not closed, abstract = {x}|cut short|copy it whole",
        "no paper|names no paper|arXiv id",
        "10.1145/3292500.3330701|names no paper|arXiv id",
        "2413.00001|not an arXiv id|there is no month 13",
      })
  void whatCannotBeUsedIsSaidWithWhatToDo(String text, String problem, String suggestion) {
    LineProblem told = read("\n" + text).problems().getFirst();

    assertThat(told.line()).isEqualTo(2);
    assertThat(told.problem()).contains(problem);
    assertThat(told.suggestion()).contains(suggestion);
  }

  @Test
  void twentyAreEnough() {
    String entries =
        IntStream.rangeClosed(1, 21)
            .mapToObj(i -> "@misc{k%d, eprint = {2405.0%04d}}".formatted(i, i))
            .collect(Collectors.joining("\n"));

    ExampleReading reading = read(entries);

    assertThat(reading.values()).hasSize(20);
    assertThat(reading.problems())
        .containsExactly(
            new LineProblem(
                21, "", "@misc{k21}", "", "that is more than 20 papers", "leave some out"));
    assertThat(read("x\n".repeat(5_000)).problems()).as("problems are not endless").hasSize(20);
  }

  @Test
  void pastedTextIsShownAsText() {
    List<LineProblem> problems =
        read("@misc{<script>alert(1)</script>, title={" + "x".repeat(500) + "}}").problems();

    assertThat(problems.getFirst().at()).hasSizeLessThan(130).startsWith("@misc{<script>");
  }
}
