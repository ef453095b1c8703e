package dev.paperboy.notify.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.PaperId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as arXiv, DBLP, Google Scholar, Zotero, publishers and people write them. */
class BibEntryTest {
  private static final String ABSTRACT = "We made up a specimen and say so in a few words.";

  private static BibEntry only(String text) {
    List<ExamplePart> parts = ExamplePart.of(text);
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().entry()).isNotNull();
    return parts.getFirst().entry();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@misc{a, eprint={2405.14906}, archivePrefix={arXiv}}|arxiv:2405.14906",
        "@misc{a, eprint = \"2405.14906v3\"}|arxiv:2405.14906",
        "@article{a, eprint={hep-th/9901001}, eprinttype = {arXiv}}|arxiv:hep-th/9901001",
        "@article{a, eprint={9901001}, primaryClass = {hep-th}}|arxiv:hep-th/9901001",
        "@article{a, eprint={12345678}, archivePrefix={PubMed}, doi={10.48550/arXiv.2405.14906}}|arxiv:2405.14906",
        "@article{a, journal={arXiv preprint arXiv:2405.14906}, year=2024}|arxiv:2405.14906",
        "@article{a, journal={CoRR}, volume={abs/2405.14906}}|arxiv:2405.14906",
        "@misc{a, number={arXiv:2405.14906}, publisher={arXiv}}|arxiv:2405.14906",
        "@misc{a, howpublished = {\\url{https://arxiv.org/abs/2405.14906v1}}}|arxiv:2405.14906",
        "@online{a, url = {http://arxiv.org/pdf/2405.14906.pdf}}|arxiv:2405.14906",
        "@article{a, doi = {https://doi.org/10.1101/2024.01.02.573912}}|biorxiv:10.1101/2024.01.02.573912",
        "@ARTICLE( a , DOI = \"10.48550/ARXIV.2405.14906\" )|arxiv:2405.14906",
      })
  void thePaperIsFoundWhereverItStands(String entry, String id) {
    assertThat(only(entry).paper()).contains(PaperId.parse(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@article{a, doi = {10.1145/3292500.3330701}, title = {T}}",
        "@article{a, eprint = {9999.99999}}",
        "@article{}",
        "@article{a}",
        "@article{a,,,}",
        "@article{a, = {x}, title}",
      })
  void whatNamesNoPaperOfAnArchiveIsOfNone(String entry) {
    assertThat(only(entry).paper()).isEmpty();
    assertThat(only(entry).pasted()).isEmpty();
  }

  @Test
  void titleAndAbstractReadAsTheyAreMeant() {
    BibEntry entry =
        only(
            """
            @Article{erdos2024,
              author   = "P{\\'a}l Erd{\\H o}s and {A. \\"Other\\"}",
              title    = {On {BERT} and Schr{\\"o}dinger's
                          $\\alpha$-decay},
              month    = jan # "~1",
              abstract = "<jats:p>We show that " # {$n < m$ for {all}} # " of them.</jats:p>",
              year     = 2024
            }
            """);

    assertThat(entry.type()).isEqualTo("article");
    assertThat(entry.key()).isEqualTo("erdos2024");
    assertThat(entry.title()).isEqualTo("On BERT and Schrödinger's α-decay");
    assertThat(entry.pasted().orElseThrow().abstractText())
        .startsWith("We show that n < m for all of them.");
    assertThat(entry.fields()).containsEntry("year", "2024").containsEntry("month", "~1");
    assertThat(entry.shown()).isEqualTo("@article{erdos2024} " + entry.title());
  }

  @Test
  void aTitleWithoutAnAbstractIsNotEnough() {
    assertThat(only("@misc{a, title = {A title}}").pasted()).isEmpty();
    assertThat(only("@misc{a, title = {A title}, abstract = {Too short}}").pasted()).isEmpty();
    assertThat(only("@misc{a, title = {--}, abstract = {" + ABSTRACT + "}}").pasted()).isEmpty();
    assertThat(only("@misc{a, title = {A title}, abstract = {" + ABSTRACT + "}}").pasted())
        .contains(new PastedPaper("A title", ABSTRACT));
  }

  @Test
  void smallMistakesAreForgiven() {
    PastedPaper meant = new PastedPaper("A title", ABSTRACT);
    String fields = "title = {A title}, abstract = {" + ABSTRACT + "}";
    assertThat(only("@misc{a, " + fields).pasted()).as("no last brace").contains(meant);
    assertThat(only("@misc{" + fields + "}").pasted()).as("no key").contains(meant);
    assertThat(only("@misc{a, " + fields.replace("},", "}") + "}").pasted())
        .as("no comma between")
        .contains(meant);
    assertThat(only("@misc{a, and then, {odd}, x y = z, " + fields + ",}").pasted())
        .as("what is no field between")
        .contains(meant);
    assertThat(only("@misc{a, " + fields + ", title = {Another}}").pasted())
        .as("twice")
        .contains(meant);
  }

  @Test
  void aFieldThatDoesNotEndTakesNoOtherEntryWithIt() {
    List<ExamplePart> parts =
        ExamplePart.of(
            "@misc{broken, title = {A title, abstract = \"no end\n\n"
                + "@misc{good, eprint = {2405.14906}}\n2405.00001");

    assertThat(parts.stream().map(ExamplePart::line)).containsExactly(1, 3, 4);
    assertThat(parts.get(0).entry().closed()).isFalse();
    assertThat(parts.get(0).entry().pasted()).isEmpty();
    assertThat(parts.get(1).entry().closed()).isTrue();
    assertThat(parts.get(1).entry().paper()).isPresent();
    assertThat(parts.get(2)).isEqualTo(new ExamplePart(4, "2405.00001", null));
  }

  @Test
  void entriesAndLinesStandInAnyOrder() {
    List<ExamplePart> parts =
        ExamplePart.of(
            "2405.00001, 2405.00002;\r\n@comment{left aside}\r\n@string(x = {left aside})\r\n"
                + "@misc{a, title = {x, y; z}} @misc{b,} https://arxiv.org/abs/2405.00003 \r"
                + "  @misc {c, }  ");

    assertThat(parts.stream().map(ExamplePart::text))
        .containsExactly(
            "2405.00001",
            "2405.00002",
            "@misc{a, title = {x, y; z}}",
            "@misc{b,}",
            "https://arxiv.org/abs/2405.00003",
            "@misc {c, }");
    assertThat(parts.stream().map(ExamplePart::line)).containsExactly(1, 1, 4, 4, 4, 5);
  }

  @Test
  void whatAFilterKeepsReadsBackAsTheSame() {
    for (PastedPaper paper :
        List.of(
            new PastedPaper("A title", ABSTRACT),
            only("@misc{x, title={On \\{sets\\}}, abstract={" + ABSTRACT + " \\}}")
                .pasted()
                .orElseThrow(),
            only("@misc{x, title={\"A\", # = @misc(a}, abstract={Or 5 \\$, \\ 9 \\% of $it$.}}")
                .pasted()
                .orElseThrow(),
            new PastedPaper("t".repeat(900) + " 𝔸", "a b c d e ".repeat(2_000)))) {
      assertThat(PastedPaper.of(paper.written())).as(paper.title()).contains(paper);
      assertThat(PastedPaper.subject(paper.written()))
          .matches("pasted:[0-9a-f]{32}")
          .isEqualTo(PastedPaper.subject(paper.written()));
      assertThat(paper.text()).hasSizeLessThanOrEqualTo(5_000);
    }
    assertThat(PastedPaper.of("arxiv:2405.14906")).isEmpty();
    assertThat(PastedPaper.subject("arxiv:2405.14906")).isEqualTo("arxiv:2405.14906");
  }

  /** Each of these is as large as a form may be; what reads it twice over would not come back. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "@",
        "@misc{",
        "@misc{a,\n",
        "@misc{a, t={",
        "@misc{a, t=\"",
        "\"",
        "a=#",
        "=,",
        "@a{b,c={d},\r",
        "\\{",
        "$",
        "@misc(",
        "{\n@misc{",
        "<p",
        "\u0000",
        "\ud800",
        "title={abstract=\"",
        "@misc{x, title = {{{{",
        "\\textbf{"
      })
  void whatIsHugeAndSenselessComesToAnEnd(String piece) {
    String text = piece.repeat(250_000 / piece.length());

    for (ExamplePart part : ExamplePart.of(text)) {
      if (part.entry() != null) {
        part.entry().paper();
        part.entry().pasted();
        assertThat(part.entry().shown()).isNotNull();
      }
    }
    BibEntry inside = only("@misc{a, title = {" + text.replaceAll("[{}@]", "") + "}}");
    assertThat(inside.title()).doesNotContain("\u0000");
  }

  @Test
  void whatIsMadeOfPiecesAtRandomIsReadWithoutAnError() {
    String[] pieces = {
      "@misc{",
      "@",
      "}",
      "{",
      "\"",
      ",",
      "=",
      "#",
      "title",
      "abstract",
      "\n",
      "a ",
      "\\",
      "$",
      "(",
      ")",
      "2405.14906",
      "eprint",
      " = ",
      "\\frac",
      "\u202e",
      "é"
    };
    Random random = new Random(5);
    int entries = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j >= 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      for (ExamplePart part : ExamplePart.of(text.toString())) {
        assertThat(part.text()).isNotEmpty();
        assertThat(part.line()).isPositive();
        if (part.entry() != null) {
          entries++;
          part.entry().paper();
          part.entry().pasted();
          part.entry().shown();
        }
      }
    }
    assertThat(entries).isGreaterThan(2_000);
  }
}
