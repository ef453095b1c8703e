package dev.paperboy.classify.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListPlacesTest {
  @Test
  void theLeastVotedIsAtNoughtAndTheMostAtOne() {
    assertThat(ListPlaces.of(new double[] {5, 90, 7})).containsExactly(0, 1, 0.5);
  }

  @Test
  void tiesStandInTheirMiddle() {
    assertThat(ListPlaces.of(new double[] {3, 3, 3})).containsExactly(0.5, 0.5, 0.5);
    assertThat(ListPlaces.ranks(new double[] {1, 4, 4, 9})).containsExactly(0, 1.5, 1.5, 3);
  }
}
