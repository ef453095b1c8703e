package dev.paperboy.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void percentilesAreNearestRanksInSeconds() {
    Spread spread = new Spread(LongStream.rangeClosed(1, 100).map(i -> i * 10).boxed().toList());

    assertThat(spread.percentile(50)).isEqualTo(0.5);
    assertThat(spread.percentile(99)).isEqualTo(0.99);
  }

  @Test
  void oneMeasurementIsEveryPercentile() {
    assertThat(new Spread(List.of(1500L)).percentile(99)).isEqualTo(1.5);
  }
}
