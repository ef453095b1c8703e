package dev.paperboy.bench.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearDuplicateQualityTest {
  @Test
  void theBoundIsTheHighestThatRecognisesTheShare() {
    double[] versions = {0.9, 0.5, 0.7, 0.8};
    assertThat(NearDuplicateQuality.boundFor(0.75, versions)).isEqualTo(0.7);
    assertThat(NearDuplicateQuality.boundFor(1, versions)).isEqualTo(0.5);
    assertThat(NearDuplicateQuality.boundFor(0, versions)).isPositive().isInfinite();
  }

  @Test
  void rareWordsMakeTextsLike() {
    VersionPairs.Text one = text("common words on zirconium");
    VersionPairs.Text rare = text("papers about zirconium");
    VersionPairs.Text common = text("common papers");
    WordCosines cosines =
        new WordCosines(List.of(one, common, common, text("common words"), text("common")));
    assertThat(cosines.weights(one).cosine(cosines.weights(one))).isEqualTo(1, within(1e-6));
    assertThat(cosines.weights(one).cosine(cosines.weights(rare)))
        .isGreaterThan(cosines.weights(one).cosine(cosines.weights(common)));
  }

  private static VersionPairs.Text text(String words) {
    return new VersionPairs.Text("id", "", words, new byte[1]);
  }
}
