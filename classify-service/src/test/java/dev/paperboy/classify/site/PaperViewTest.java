package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperCards;
import dev.paperboy.classify.search.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperViewTest {
  private static final Tag RETRIEVAL =
      new Tag("information-retrieval", "Information retrieval", 0.914, "matched «retrieval»");
  private static final Tag ROBOTS = new Tag("robotics", "Robotics", 0.5, "vector 0.7");

  private static PaperCard card(
      List<Tag> tags,
      Map<String, Double> parts,
      double trend,
      boolean withdrawn,
      boolean specimen) {
    PaperCard plain =
        PaperCards.of(
            "arxiv:2605.01234",
            "On $\\mathcal{O}(n^2)$",
            List.of("A. B\\'erard", "B", "C", "D", "E", "F", "G"),
            "An abstract.");
    return PaperCards.with(plain, tags, parts, trend, withdrawn, specimen);
  }

  private static PaperCard card(List<Tag> tags) {
    return card(
        tags, Map.of("burst", 0.42, "code", 0.5, "odd", 0.1, "nil", 0.0), 0.51, false, false);
  }

  @Test
  void aPaperReadsWell() {
    assertThat(PaperView.of(card(List.of(RETRIEVAL)), 26))
        .isEqualTo(
            new PaperView(
                26,
                "On O(n²)",
                "/papers/2605.01234",
                "https://arxiv.org/abs/2605.01234",
                "https://arxiv.org/pdf/2605.01234",
                "A. Bérard, B, C, D, E and 2 more",
                "2026-05-12",
                "12 May 2026",
                "cs.IR, cs.CL",
                List.of(new Piece("An abstract.", false)),
                null,
                List.of(
                    new Chip(
                        "information-retrieval",
                        "Information retrieval",
                        "/topics/information-retrieval",
                        "91% sure: matched «retrieval»")),
                new TrendBadge(
                    "0.51",
                    List.of(
                        new TrendBadge.Part("+0.50", "it says where its code is"),
                        new TrendBadge.Part(
                            "+0.42",
                            "a topic of it is announced more often than in the months before"),
                        new TrendBadge.Part("+0.10", "odd"))),
                false,
                false));
  }

  @Test
  void aSpecimenLinksToNoArchive() {
    PaperView view = PaperView.of(card(List.of(), Map.of(), 0, false, true), 1);
    assertThat(view.archive()).isNull();
    assertThat(view.pdf()).isNull();
    assertThat(view.specimen()).isTrue();
  }

  @Test
  void whatIsWithdrawnOrForgottenDoesNotTrend() {
    assertThat(PaperView.of(card(List.of(), Map.of("burst", 1.0), 1, true, false), 1).trend())
        .isNull();
    assertThat(PaperView.of(card(List.of(), Map.of("burst", 1.0), 0.01, false, false), 1).trend())
        .isNull();
  }

  @Test
  void ranksGoOnFromPageToPage() {
    assertThat(PaperView.numbered(List.of(card(List.of()), card(List.of())), 25))
        .extracting(PaperView::rank)
        .containsExactly(26, 27);
  }

  @Test
  void picksAreTheCommonestTopics() {
    List<PaperCard> papers =
        List.of(card(List.of(RETRIEVAL)), card(List.of(ROBOTS)), card(List.of(RETRIEVAL, ROBOTS)));
    assertThat(TopicPicks.from(papers, 9))
        .extracting(Chip::id)
        .containsExactly("information-retrieval", "robotics");
    assertThat(TopicPicks.from(List.of(card(List.of(ROBOTS))), 1))
        .extracting(Chip::name)
        .containsExactly("Robotics");
  }
}
