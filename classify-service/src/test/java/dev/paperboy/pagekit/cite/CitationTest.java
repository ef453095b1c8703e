package dev.paperboy.pagekit.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.difty.kris.KRis;
import ch.difty.kris.domain.RisRecord;
import ch.difty.kris.domain.RisType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperCards;
import dev.paperboy.latex.ReadableMath;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {
  private static final Path REAL = Path.of("../../shared/data/arxiv/2026-05.jsonl.gz");

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
  void aThousandOddPapersAreReadBackByAReferenceManager() {
    List<PaperCard> papers = oddPapers(1_000);
    List<RisRecord> read = KRis.processList(Ris.of(papers).lines().toList());
    assertThat(read).hasSize(1_000);
    for (int i = 0; i < papers.size(); i++) {
      assertThat(read.get(i).getType()).isEqualTo(RisType.UNPB);
      assertThat(read.get(i).getTitle()).isEqualTo(ReadableMath.of(papers.get(i).title()).strip());
      assertThat(read.get(i).getAuthors()).hasSize(2);
    }
  }

  /** Real titles and names, with all the TeX and Unicode that people write. */
  @Test
  void aThousandRealPapersAreReadBackByBothParsers() throws Exception {
    if (!Files.exists(REAL)) {
      System.out.println("[references] SKIPPED: no papers in " + REAL.toAbsolutePath());
    }
    assumeTrue(Files.exists(REAL), "no real papers");
    List<PaperCard> papers = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(REAL)), StandardCharsets.UTF_8))) {
      ObjectMapper json = new ObjectMapper();
      for (String line = lines.readLine();
          line != null && papers.size() < 1_000;
          line = lines.readLine()) {
        JsonNode paper = json.readTree(line);
        if (paper.get("title").asText().matches("(?s).*[\\\\${^\\u0080-\\uffff].*")
            || paper.get("authors").asText().matches("(?s).*[\\\\{\\u0080-\\uffff].*")) {
          papers.add(
              PaperCards.of(
                  "arxiv:" + paper.get("id").asText(),
                  paper.get("title").asText(),
                  List.of(paper.get("authors").asText().split(",\\s+|\\s+and\\s+")),
                  paper.get("abstract").asText()));
        }
      }
    }
    assertThat(papers).hasSize(1_000);
    assertThat(new BibTeXParser().parse(new StringReader(BibTex.of(papers))).getEntries())
        .hasSize(1_000);
    List<RisRecord> read = KRis.processList(Ris.of(papers).lines().toList());
    assertThat(read)
        .extracting(RisRecord::getTitle)
        .containsExactlyElementsOf(
            papers.stream().map(paper -> ReadableMath.of(paper.title())).toList());
    System.out.println(
        "[references] 1,000 real papers with TeX or Unicode: jbibtex and kris read all");
  }

  @Test
  void theArchiveIsNamedAsItNamesItself() {
    PaperCard paper = PaperCards.of("biorxiv:10.1101/1", "Cells", List.of("Ada Specimen"), "x");
    assertThat(BibTex.of(paper)).contains("howpublished = {bioRxiv}");
    assertThat(Ris.of(paper)).contains("PB  - bioRxiv\r\n");
    assertThat(CslItem.of(paper).publisher()).isEqualTo("bioRxiv");
    assertThat(Ris.of(PaperCards.plain())).contains("PB  - arXiv\r\n");
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
