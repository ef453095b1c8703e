package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.shelf.TrendingPaper;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiversityTest {
  /** Each paper's direction in degrees; papers within 25 degrees are on one thing. */
  private static List<Integer> spread(int most, int... degrees) {
    return spread(most, papers(degrees));
  }

  private static WindowIndex window(int... degrees) {
    return Specimens.window(papers(degrees));
  }

  private static TrendingPaper[] papers(int... degrees) {
    return IntStream.range(0, degrees.length)
        .mapToObj(
            i -> {
              double angle = Math.toRadians(degrees[i]);
              return Specimens.at(
                  Specimens.paper(i, "Paper", "Text.", "cs.IR"),
                  (int) Math.round(100 * Math.cos(angle)),
                  (int) Math.round(100 * Math.sin(angle)));
            })
        .toArray(TrendingPaper[]::new);
  }

  private static List<Integer> spread(int most, TrendingPaper... papers) {
    Diversity diversity = new Diversity(Specimens.window(papers));
    diversity.take(IntStream.range(0, papers.length).boxed().toList(), most);
    return Stream.of(diversity.first(), diversity.rest()).flatMap(Set::stream).toList();
  }

  @Test
  void ofPapersOnOneThingTwoAreShown() {
    assertThat(spread(3, 0, 1, 2, 3, 90)).containsExactly(0, 1, 4);
  }

  @Test
  void whereNothingElseIsThereTheyComeAfterAll() {
    assertThat(spread(3, 0, 1, 2, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void whereThereIsRoomForAllTheyComeBehindTheOthers() {
    assertThat(spread(5, 0, 1, 2, 3, 90)).containsExactly(0, 1, 4, 2, 3);
  }

  @Test
  void whatOneFilterShowsCountsForTheNext() {
    Diversity diversity = new Diversity(window(0, 1, 2, 90, 3, 180));
    diversity.take(List.of(0, 1), 2);
    diversity.take(List.of(1, 2, 4, 3, 5), 3);

    assertThat(diversity.first()).containsExactly(0, 1, 3, 5);
    assertThat(diversity.rest()).isEmpty();
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
        .containsExactly(0, 1, 2);
  }
}
