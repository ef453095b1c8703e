package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.search.Facets;
import dev.paperboy.classify.search.Facets.Count;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.query.PaperQuery;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FacetTest {
  private static final Facets FACETS =
      new Facets(
          List.of(new Count("black-holes", 1_200), new Count("lasers", 2)),
          List.of(new Count("cs", 9), new Count("hep-th", 1)),
          List.of(new Count("arxiv", 9)),
          List.of(new Count("2026-05", 9), new Count("2026-02", 1)),
          false);

  private static List<Facet> of(String query) {
    return Facet.of(PaperQuery.parse(query), ListOrder.DATE, FACETS, id -> id.replace('-', ' '));
  }

  @Test
  void aValueIsAddedToTheQuery() {
    assertThat(of("ice OR rain").getFirst())
        .isEqualTo(
            new Facet(
                "Topic",
                List.of(
                    new Facet.Choice(
                        "black holes",
                        "1,200",
                        "/search?q=%28ice+OR+rain%29+topic%3Ablack-holes&sort=date",
                        false),
                    new Facet.Choice(
                        "lasers",
                        "2",
                        "/search?q=%28ice+OR+rain%29+topic%3Alasers&sort=date",
                        false))));
    assertThat(of("ice"))
        .extracting(Facet::name)
        .as("all papers are of one source")
        .containsExactly("Topic", "Field", "Month");
    assertThat(of("ice").get(1).choices())
        .extracting(Facet.Choice::href)
        .containsExactly(
            "/search?q=ice+cat%3Acs.*&sort=date", "/search?q=ice+cat%3Ahep-th&sort=date");
  }

  @Test
  void aChosenValueIsTakenOutAgain() {
    Facet month = of("ice since:2026-02-01 until:2026-02-28 -rain").get(2);
    assertThat(month.chosen()).isTrue();
    assertThat(month.choices().get(1))
        .isEqualTo(new Facet.Choice("February 2026", "1", "/search?q=ice+-rain&sort=date", true));
    assertThat(of("source:arxiv")).extracting(Facet::name).contains("Source");
  }

  @Test
  void whatMakesTheQueryTooLongIsNotOffered() {
    String long64 = "x ".repeat(64).strip();
    assertThat(Facet.of(PaperQuery.parse(long64), ListOrder.DATE, FACETS, UnaryOperator.identity()))
        .isEmpty();
  }

  @Test
  void whatMayBeMoreIsSaidToBe() {
    Facets about =
        new Facets(
            List.of(new Count("black-holes", 3), new Count("lasers", 2)),
            List.of(),
            List.of(),
            List.of(),
            true);
    assertThat(
            Facet.of(PaperQuery.parse("ice"), ListOrder.DATE, about, id -> id).getFirst().choices())
        .extracting(Facet.Choice::papers)
        .containsExactly("3+", "2+");
  }
}
