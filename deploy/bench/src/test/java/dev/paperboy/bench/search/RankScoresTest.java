package dev.paperboy.bench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankScoresTest {
  @Test
  void theReciprocalRankIsThatOfTheSought() {
    assertThat(RankScores.reciprocalRank(List.of("a", "b"), "b")).isEqualTo(0.5);
    assertThat(RankScores.reciprocalRank(List.of("a", "b"), "c")).isZero();
  }

  @Test
  void gainsAreDiscountedByTheirPlace() {
    Set<String> relevant = Set.of("a", "b");
    assertThat(RankScores.ndcg(List.of("a", "b", "x"), relevant, 9)).isEqualTo(1);
    assertThat(RankScores.ndcg(List.of("x", "a"), relevant, 9)).isCloseTo(0.387, within(0.001));
    assertThat(RankScores.ndcg(List.of("x", "a"), relevant, 1)).isZero();
    assertThat(RankScores.ndcg(List.of("a"), Set.of(), 9)).isZero();
  }
}
