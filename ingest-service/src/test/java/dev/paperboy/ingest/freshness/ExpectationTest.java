package dev.paperboy.ingest.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
  @Test
  void isTheMedianAndItsSpread() {
    // Deviations from 250 are 0, 10, 20, 30, 190: their median is 20.
    assertThat(Expectation.of(List.of(240L, 250L, 220L, 270L, 440L)))
        .isEqualTo(new Expectation(250, 20 * 1.4826));
  }

  @Test
  void evenDaysOfOneNumberSpreadByChance() {
    assertThat(Expectation.of(List.of(100L, 100L, 100L))).isEqualTo(new Expectation(100, 10));
  }

  @Test
  void twoDaysTellNothing() {
    assertThat(Expectation.of(List.of(240L, 250L))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"12, true", "71, true", "72, false", "130, false", "600, false"})
  void lessThanAThirdOfTheUsualIsFarBelow(long papers, boolean expected) {
    assertThat(new Expectation(240, 20).isFarBelow(papers)).isEqualTo(expected);
  }

  @Test
  void whatVariesMuchIsAllowedTo() {
    assertThat(new Expectation(240, 160).isFarBelow(12)).isFalse();
    assertThat(new Expectation(240, 150).isFarBelow(12)).isTrue();
  }
}
