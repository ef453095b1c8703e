package dev.paperboy.classify.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedFusionTest {
  private static final Candidate SAYS_IT = new Candidate(1, 9.0, 0.70, 0);
  private static final Candidate IS_ABOUT_IT = new Candidate(2, 0.0, 0.88, 0);
  private static final Candidate HAS_NO_VECTOR = new Candidate(3, 1.0, -1, 0);

  private final Fusion fusion =
      Fusion.weighted(
          Map.of(
              QueryShape.TOPIC,
              new Fusion.Weights(0.7, 0.5),
              QueryShape.LIST,
              new Fusion.Weights(0.2, 0),
              QueryShape.SENTENCE,
              new Fusion.Weights(0.4, 0)));

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
  void everyShapeHasLearnedWeights() {
    Candidate much = new Candidate(4, 9.0, 0.88, 1_000);
    for (QueryShape shape : QueryShape.values()) {
      for (double score : Fusion.byShape().scores(shape, List.of(SAYS_IT, IS_ABOUT_IT, much))) {
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

  @Test
  void ofAsGoodMatchesTheMoreNoticedComesFirst() {
    Candidate noticed = new Candidate(4, 9.0, 0.70, 0.4);
    Candidate voted = new Candidate(5, 9.0, 0.70, 2.6);
    double[] scores = fusion.scores(QueryShape.TOPIC, List.of(SAYS_IT, noticed, voted));
    assertThat(scores[1]).isGreaterThan(scores[0]);
    assertThat(scores[2]).isGreaterThan(scores[1]);
    assertThat(fusion.scores(QueryShape.SENTENCE, List.of(SAYS_IT, noticed)))
        .containsExactly(1.0, 1.0);
  }

  @Test
  void noAttentionCarriesWhatFitsBadly() {
    Candidate fits = new Candidate(6, 9.0, 0.88, 0);
    Candidate elsewhere = new Candidate(7, 3.0, 0.68, 1e6);
    double[] scores = Fusion.byShape().scores(QueryShape.TOPIC, List.of(fits, elsewhere));
    assertThat(scores[1]).isLessThan(scores[0]);
  }
}
