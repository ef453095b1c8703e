package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.shelf.TrendingPaper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiversityTest {
  /** Each paper's direction in degrees; papers within 25 degrees are on one thing. */
  private static List<Integer> spread(int most, int... degrees) {
    return spread(
        most,
        IntStream.range(0, degrees.length)
            .mapToObj(
                i -> {
                  double angle = Math.toRadians(degrees[i]);
                  return Specimens.at(
                      Specimens.paper(i, "Paper", "Text.", "cs.IR"),
                      (int) Math.round(100 * Math.cos(angle)),
                      (int) Math.round(100 * Math.sin(angle)));
                })
            .toArray(TrendingPaper[]::new));
  }

  private static List<Integer> spread(int most, TrendingPaper... papers) {
    List<Integer> places = IntStream.range(0, papers.length).boxed().toList();
    return Diversity.spread(places, most, Specimens.window(papers));
  }

  @Test
  void ofPapersOnOneThingTwoAreShown() {
    assertThat(spread(3, 0, 1, 2, 3, 90)).containsExactly(0, 1, 4, 2, 3);
  }

  @Test
  void whereNothingElseIsThereTheyComeAfterAll() {
    assertThat(spread(3, 0, 1, 2, 3)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whereAllAreShownTheOrderStays() {
    assertThat(spread(5, 0, 1, 2, 3, 90)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void papersWithoutVectorsAreLikeNothing() {
    assertThat(
            spread(
                3,
                Specimens.tagged(1),
                Specimens.tagged(2),
                Specimens.tagged(3),
                Specimens.tagged(4)))
        .containsExactly(0, 1, 2, 3);
  }
}
