package dev.paperboy.classify.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedFusionTest {
  private static final Candidate SAYS_IT = new Candidate(1, 9.0, 0.70, true);
  private static final Candidate IS_ABOUT_IT = new Candidate(2, 0.0, 0.88, false);
  private static final Candidate HAS_NO_VECTOR = new Candidate(3, 1.0, -1, true);

  private final Fusion fusion =
      Fusion.weighted(
          Map.of(QueryShape.TOPIC, 0.7, QueryShape.LIST, 0.2, QueryShape.SENTENCE, 0.4));

  @Test
  void byALargeWeightTheMeaningIsBelieved() {
    double[] scores = fusion.scores(QueryShape.TOPIC, List.of(SAYS_IT, IS_ABOUT_IT));
    assertThat(scores[1]).isGreaterThan(scores[0]);
  }

  @Test
  void byASmallWeightTheWordsAreBelieved() {
    double[] scores = fusion.scores(QueryShape.LIST, List.of(SAYS_IT, IS_ABOUT_IT));
    assertThat(scores[0]).isGreaterThan(scores[1]);
  }

  @Test
  void everyShapeHasALearnedWeight() {
    for (QueryShape shape : QueryShape.values()) {
      for (double score : Fusion.byShape().scores(shape, List.of(SAYS_IT, IS_ABOUT_IT))) {
        assertThat(score).as(shape.name()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void aPaperWithoutVectorIsJudgedByItsWords() {
    assertThat(fusion.scores(QueryShape.SENTENCE, List.of(SAYS_IT, HAS_NO_VECTOR))[1])
        .isGreaterThan(0);
    assertThat(fusion.scores(QueryShape.SENTENCE, List.of())).isEmpty();
  }
}
