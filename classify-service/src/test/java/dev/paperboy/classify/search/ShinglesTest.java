package dev.paperboy.classify.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShinglesTest {
  @Test
  void theShareIsThatOfRunsOfThreeWordsInBoth() {
    // Five and four runs, three in both, so six in all.
    assertThat(shared("a b c d e", "f g", "A, b: c-d e", "h")).isEqualTo(3 / 6.0, within(1e-9));
    assertThat(shared("a b c", "a b c", "a b c", "a b c")).isEqualTo(1);
    assertThat(shared("a b c", "d e f", "c b a", "f e d")).isZero();
  }

  @Test
  void aRunThatStandsTwiceCountsOnce() {
    assertThat(Shingles.of("a b c a b c", "").hashes()).hasSize(3);
  }

  @Test
  void whatHasNoRunSharesNone() {
    assertThat(shared("Title", "Abstract", "Title", "Abstract")).isZero();
    assertThat(shared("", "", "", "")).isZero();
  }

  private static double shared(String title, String text, String otherTitle, String otherText) {
    return Shingles.of(title, text).shared(Shingles.of(otherTitle, otherText));
  }
}
