package dev.paperboy.bench.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarQualityTest {
  @Test
  void theBestOrderHasAllOfTheGain() {
    assertThat(SimilarQuality.gain(new int[] {3, 2, 1, 0}, 20)).isEqualTo(1);
    // (0 + 7 / log2(3)) / (7 + 0)
    assertThat(SimilarQuality.gain(new int[] {0, 3}, 20)).isCloseTo(0.6309, within(1e-4));
    assertThat(SimilarQuality.gain(new int[] {0, 3}, 1)).isZero();
    assertThat(SimilarQuality.gain(new int[] {0, 0}, 20)).isZero();
  }

  @Test
  void averagePrecisionCountsWhatIsRelevant() {
    assertThat(SimilarQuality.averagePrecision(new int[] {2, 0, 3, 1}, 2))
        .isCloseTo((1 + 2.0 / 3) / 2, within(1e-9));
    assertThat(SimilarQuality.averagePrecision(new int[] {1, 1}, 2)).isZero();
  }
}
