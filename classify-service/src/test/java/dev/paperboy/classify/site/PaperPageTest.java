package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.past.PaperPast;
import dev.paperboy.classify.search.Neighbourhood;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperCards;
import dev.paperboy.classify.search.RelatedVersion;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperPageTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 5, 15);
  private static final Neighbourhood AROUND = new Neighbourhood(List.of(), List.of());

  private static PaperPage page(PaperCard card, List<String> phrases, Neighbourhood around) {
    return PaperPage.of(
        card, phrases, around, PaperPast.UNKNOWN, new TreeMap<>(), FRIDAY, "http://x");
  }

  @ParameterizedTest
  @CsvSource({
    "arxiv:2605.01234, /papers/2605.01234",
    "arxiv:hep-th/9901001, /papers/hep-th/9901001",
    "biorxiv:10.1101/2026.05.01.123456, /papers/biorxiv:10.1101/2026.05.01.123456",
    "medrxiv:10.1101/(a)<b>#?%, /papers/medrxiv:10.1101/(a)%3Cb%3E%23%3F%25",
  })
  void anAddressHoldsTheId(String id, String address) {
    assertThat(PaperAddress.of(PaperId.parse(id))).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "hep-th/9901001, hep-th/9901001, PAGE",
    "2605.01234.md, 2605.01234, MARKDOWN",
    "2605.01234.bib, 2605.01234, BIBTEX",
    "2605.01234.ris, 2605.01234, RIS",
    "2605.01234.csl.json, 2605.01234, CSL",
    ".md, .md, PAGE",
  })
  void anAddressSaysTheForm(String written, String id, PaperAddress.Form form) {
    assertThat(PaperAddress.read(written)).isEqualTo(new PaperAddress(id, form));
  }

  @Test
  void theTrendIsExplained() {
    PaperCard card =
        PaperCards.with(
            PaperCards.plain(), List.of(), Map.of("code", 0.3, "team", 0.1), 0.2, false, false);
    assertThat(page(card, List.of(), AROUND).trend())
        .isEqualTo(
            new PaperPage.TrendLines(
                "0.20",
                List.of(
                    new TrendBadge.Part("+0.30", "it says where its code is"),
                    new TrendBadge.Part("+0.10", "the size of the team behind it")),
                "0.40",
                "Halved every 3 announcement days, of which 3 have passed, that is 0.20 today."));
  }

  @Test
  void theEvidenceIsInWords() {
    PaperCard card =
        PaperCards.with(
            PaperCards.plain(),
            List.of(new Tag("a-b", "A B", 0.914, "matched «a; b»; vector 0.83")),
            Map.of(),
            0,
            false,
            false);
    assertThat(page(card, List.of(), AROUND).tags())
        .containsExactly(
            new PaperPage.TagLine(
                new PaperPage.Named("A B", "/topics/a-b"),
                91,
                "it says «a; b»; its meaning is near the topic's (cosine 0.83)"));
  }

  @Test
  void markdownHoldsNoMarkupOfTheAuthors() {
    PaperCard card =
        PaperCards.of(
            "arxiv:2605.01234",
            "1. <script>alert(1)</script> [x](javascript:y)",
            List.of("*Ada*"),
            "# no heading\n\n- no list `no code` &lt;");
    assertThat(PaperMarkdown.of(card, List.of(), List.of(), List.of(), "http://x"))
        .startsWith("# 1\\. \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:y)\n\n\\*Ada\\*\n")
        .contains("\n\\# no heading - no list \\`no code\\` \\&lt;\n");
  }

  @Test
  void aSuggestedCategoryIsNoneOfThePapersOwn() {
    PaperCard card =
        PaperCards.suggesting(
            PaperCards.plain(),
            List.of(new CategoryTag("cs.LG", 0.834, "words «sparse encoder»; vector")));
    PaperPage page = page(card, List.of(), AROUND);
    assertThat(page.suggested())
        .containsExactly(
            new PaperPage.Suggested(
                new PaperPage.Named("cs.LG", "/search?q=cat%3Acs.LG"),
                "0.83",
                "words «sparse encoder»; vector"));
    assertThat(page.categories())
        .extracting(PaperPage.Named::name)
        .containsExactly("cs.IR", "cs.CL");
    assertThat(PaperMarkdown.of(card, List.of(), List.of(), List.of(), "http://x"))
        .contains("- suggested: cs.LG 0.83 – words «sparse encoder»; vector\n");
  }

  @Test
  void aVersionIsAsked() {
    RelatedVersion version =
        new RelatedVersion(
            PaperCards.of("arxiv:2605.09999", "Once [more]", List.of(), "Text."), 0.983, 0.4271);
    PaperCard card = PaperCards.plain();

    assertThat(PaperMarkdown.of(card, List.of(), List.of(version), List.of(), "http://x"))
        .contains(
            """

            ## Related version?

            - Once \\[more\\] <http://x/papers/2605.09999>: 98% alike, 43% in the same words
            """);
    assertThat(page(card, List.of(), new Neighbourhood(List.of(version), List.of())).versions())
        .extracting(one -> one.paper().title(), PaperPage.VersionLine::why)
        .containsExactly(tuple("Once [more]", "98% alike, 43% in the same words"));
  }

  @Test
  void aKeyPhraseLeadsToASearchForIt() {
    PaperCard card = PaperCards.plain();
    List<String> phrases = List.of("Soil microbes", "ice_sheet");
    assertThat(page(card, phrases, AROUND).phrases().getFirst())
        .isEqualTo(new PaperPage.Named("Soil microbes", "/search?q=%22Soil+microbes%22"));
    assertThat(PaperMarkdown.of(card, phrases, List.of(), List.of(), "http://x"))
        .contains("\n## Key phrases\n\n- Soil microbes\n- ice\\_sheet\n");
  }
}
