package dev.paperboy.pagekit.cite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperCards;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada Specimen | Specimen | Ada",
        "Specimen, Ada B. | Specimen | Ada B.",
        "Ludwig van der Specimen | van der Specimen | Ludwig",
        "Jan M\\'un | Mún | Jan",
        "Sam Specimen Jr. | Specimen Jr. | Sam",
        "Specimen | Specimen | ''",
        "The SPECIMEN Collaboration | The SPECIMEN Collaboration | ''",
      })
  void readsNames(String announced, String family, String given) {
    assertThat(PersonName.of(announced)).isEqualTo(new PersonName(family, given));
  }

  @Test
  void aPaperAsBibTex() {
    PaperCard paper =
        PaperCards.of(
            "arxiv:hep-th/9901001",
            "The $\\alpha$ of 50% & more_",
            List.of("Ada Specimen", "The SPECIMEN Collaboration"),
            "");
    assertThat(BibTex.of(paper))
        .isEqualTo(
            """
            @misc{specimen2026more,
              title = {{The α of 50\\% \\& more\\_}},
              author = {Specimen, Ada and {The SPECIMEN Collaboration}},
              year = {2026},
              month = {5},
              eprint = {hep-th/9901001},
              archiveprefix = {arXiv},
              primaryclass = {cs.IR},
              doi = {10.48550/arXiv.hep-th/9901001},
              url = {https://arxiv.org/abs/hep-th/9901001}
            }
            """);
  }

  @Test
  void aThousandOddPapersAreReadBackByAParser() throws Exception {
    List<PaperCard> papers = oddPapers(1_000);
    BibTeXDatabase read = new BibTeXParser().parse(new StringReader(BibTex.of(papers)));
    assertThat(read.getEntries()).hasSize(1_000);
    for (BibTeXEntry entry : read.getEntries().values()) {
      assertThat(entry.getType()).isEqualTo(new Key("misc"));
      assertThat(entry.getField(BibTeXEntry.KEY_TITLE)).isNotNull();
      assertThat(entry.getField(BibTeXEntry.KEY_AUTHOR)).isNotNull();
      assertThat(entry.getField(BibTeXEntry.KEY_TITLE).toUserString())
          .as("no command of a stranger's")
          .doesNotContain("\\input", "\\write", "\\def");
    }
  }

  @Test
  void everyLineOfRisIsATagAndAValue() {
    String ris = Ris.of(oddPapers(1_000));
    List<String> records = List.of(ris.split("ER  - \r\n\r\n"));
    assertThat(records).hasSize(1_000);
    for (String record : records) {
      assertThat(record.split("\r\n")).allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .+"));
      assertThat(record).startsWith("TY  - UNPB\r\nTI  - ");
    }
  }

  @Test
  void aPaperAsCsl() {
    CslItem item =
        CslItem.of(
            PaperCards.of(
                "biorxiv:10.1101/2026.05.01.123456",
                "Cells",
                List.of("Ada Specimen", "The Cell Team"),
                "Text."));
    assertThat(item.author())
        .containsExactly(
            new CslItem.Name("Specimen", "Ada", null),
            new CslItem.Name(null, null, "The Cell Team"));
    assertThat(item.issued().parts()).containsExactly(List.of(2026, 5, 12));
    assertThat(item.doi()).isEqualTo("10.1101/2026.05.01.123456");
  }

  private static List<PaperCard> oddPapers(int many) {
    List<String> pieces =
        List.of(
            "word",
            "{",
            "}",
            "}}",
            "\\input{x}",
            "$x^2$",
            "$",
            "\\",
            "%",
            "&",
            "#",
            "_",
            "~",
            "\"",
            "@misc{a,",
            "=",
            ",",
            "é",
            "\\'e",
            "ß",
            "日本",
            "\ud835\udd38",
            "\\\"{o}",
            "and",
            "\r\nTY  - JOUR",
            "\nER  - ",
            "\\write18{x}",
            "<b>",
            "\u202e",
            "\u0000");
    Random random = new Random(7);
    List<PaperCard> papers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      papers.add(
          PaperCards.of(
              "arxiv:2605.%05d".formatted(i),
              "T" + odd(pieces, random),
              List.of("A" + odd(pieces, random), "B " + odd(pieces, random) + " Z"),
              odd(pieces, random)));
    }
    return papers;
  }

  private static String odd(List<String> pieces, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())))
          .append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }
}
