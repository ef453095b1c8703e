package dev.paperboy.bench.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TwoStatesTest {
  private static final int DAYS = 60;

  private static double weight(long usual, long... last) {
    long[] counts = new long[DAYS];
    long[] all = new long[DAYS];
    Arrays.fill(counts, usual);
    Arrays.fill(all, 1_000);
    System.arraycopy(last, 0, counts, DAYS - last.length, last.length);
    return TwoStates.weight(counts, all);
  }

  @Test
  void aSteadyTopicIsInNoBurst() {
    assertThat(weight(20)).isZero();
    assertThat(weight(0)).isZero();
  }

  @Test
  void twiceTheUsualForAWeekIsABurstAndOneDayIsNone() {
    assertThat(weight(20, 50, 50, 50, 50, 50)).isPositive();
    assertThat(weight(20, 30)).isZero();
  }

  @Test
  void aBurstThatIsOverIsNone() {
    assertThat(weight(20, 60, 60, 60, 60, 20, 20, 20, 20, 20)).isZero();
  }

  @Test
  void theStrongerTheHeavier() {
    assertThat(weight(20, 90, 90, 90)).isGreaterThan(weight(20, 60, 60, 60));
  }
}
