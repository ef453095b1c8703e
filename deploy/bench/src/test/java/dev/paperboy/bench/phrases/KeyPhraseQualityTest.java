package dev.paperboy.bench.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.bench.data.DataPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyPhraseQualityTest {
  private static final DataPaper PAPER =
      new DataPaper("1", "Title", "Abstract", List.of(), LocalDate.of(2026, 5, 12), null);

  @Test
  void rightIsAKeywordButForCaseHyphensAndPlural() {
    assertThat(KeyPhraseQuality.key("Sea-Ice Models")).isEqualTo("sea ice model");
  }

  @Test
  void precisionIsOfTheFirstFiveAndRecallOfAll() {
    double[] score =
        KeyPhraseQuality.score(
            List.of(new KeyPhraseQuality.Keyed(PAPER, Set.of("a", "b", "f", "z"))),
            paper -> List.of("a", "x", "b", "y", "w", "f"));
    assertThat(score[0]).isEqualTo(2 / 5.0, within(1e-9));
    assertThat(score[1]).isEqualTo(3 / 4.0, within(1e-9));
  }

  @Test
  void rakePrefersWordsOfLongPhrases() {
    assertThat(PhraseBaselines.rake("deep sea ice and rain", 2))
        .containsExactly("deep sea ice", "rain");
  }

  @Test
  void nGramsByRarityEndWithNoFunctionWord() {
    assertThat(PhraseBaselines.tfIdf("the rain of spain", word -> 1, 9))
        .containsExactlyInAnyOrder("rain of spain", "rain", "spain");
  }
}
