package dev.paperboy.bench.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.bench.topics.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresOfListsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  private static Paper paper(LocalDate day, int number) {
    return new Paper("p" + number, day, null, new long[0], new int[0], null);
  }

  private static List<ListedPaper> list(int papers) {
    List<ListedPaper> list = new ArrayList<>();
    for (int i = 0; i < papers; i++) {
      list.add(new ListedPaper(paper(DAY, i), null, null, i, i, null, 0));
    }
    return list;
  }

  @Test
  void theOrderOfVotesItselfIsPerfectAndItsReverseTheWorst() {
    List<ListedPaper> list = list(20);
    ListScores perfect = ListScores.of(list, ListedPaper::settled);
    ListScores reverse = ListScores.of(list, p -> -p.settled());

    assertThat(perfect).isEqualTo(new ListScores(1, 1, 1, 1));
    assertThat(reverse.spearman()).isCloseTo(-1, within(1e-12));
    assertThat(reverse.first()).isZero();
  }

  @Test
  void shortListsAreNotMeasured() {
    assertThat(ListScores.of(list(11), ListedPaper::settled).lists()).isZero();
  }

  @Test
  void halfOfThePairsInOrderIsChance() {
    assertThat(Places.auc(new double[] {1, 2, 3, 4}, new boolean[] {true, false, false, true}))
        .isEqualTo(0.5);
    assertThat(Places.auc(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true}))
        .isEqualTo(1);
    assertThat(Places.auc(new double[] {7, 7}, new boolean[] {true, false})).isEqualTo(0.5);
  }

  @Test
  void listedPapersAreCountedAmongTheTwentyFirst() {
    List<Arrival> arrivals = new ArrayList<>();
    double[] scores = new double[100];
    for (int i = 0; i < scores.length; i++) {
      arrivals.add(new Arrival(paper(DAY, i), null, "cs", i < 10));
      scores[i] = -i;
    }
    ListingScores found = ListingScores.of(arrivals, scores);

    assertThat(found.auc()).isEqualTo(1);
    assertThat(found.first()).isCloseTo(0.5, within(1e-12));
    assertThat(found.days()).isEqualTo(1);
  }
}
