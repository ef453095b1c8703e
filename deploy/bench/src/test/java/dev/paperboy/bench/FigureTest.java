package dev.paperboy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void withoutGoalNothingIsMetOrMissed() {
    assertThat(Figure.of("ingest", 900, "papers/s").met()).isNull();
  }

  @Test
  void leastIsMetByItself() {
    assertThat(Figure.of("ratio", 0.9, "").atLeast(0.9).met()).isTrue();
    assertThat(Figure.of("ratio", 0.899, "").atLeast(0.9).met()).isFalse();
  }

  @Test
  void mostIsMissedAbove() {
    assertThat(Figure.of("start", 20, "s").atMost(20).met()).isTrue();
    assertThat(Figure.of("start", 20.1, "s").atMost(20).met()).isFalse();
  }

  @Test
  void baselinesKeepTheirOrder() {
    assertThat(Figure.of("x", 1, "s").beside("second", 2).beside("first", 1).baselines().keySet())
        .containsExactly("second", "first");
  }
}
