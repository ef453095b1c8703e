package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiversityTest {
  /** Each paper's direction in degrees; papers within 25 degrees are on one thing. */
  private static List<Integer> spread(int most, int... degrees) {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < degrees.length; i++) {
      double angle = Math.toRadians(degrees[i]);
      matches.add(
          new Match(
              Specimens.at(
                  Specimens.paper(i, "Paper", "Text.", "cs.IR"),
                  (int) Math.round(100 * Math.cos(angle)),
                  (int) Math.round(100 * Math.sin(angle))),
              1 - 0.01 * i,
              0,
              0,
              List.of()));
    }
    return Diversity.spread(matches, most).stream().map(matches::indexOf).toList();
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
    Match match = new Match(Specimens.tagged(1), 1, 0, 0, List.of());
    List<Match> all = List.of(match, match, match, match);
    assertThat(Diversity.spread(all, 3)).isEqualTo(all);
  }
}
