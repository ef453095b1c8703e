package dev.paperboy.bench.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.classify.topic.TextFeatures;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final boolean[] ALL = {true, true, true};
  private static final Thresholds HALF = new Thresholds(0.5f, new float[] {0.5f, 0.5f, 0.5f});

  private static Paper paper(int... labels) {
    return new Paper(
        "x", LocalDate.EPOCH, TextFeatures.of("", "", null), new long[0], labels, null);
  }

  @Test
  void ownLabelsOnTopArePerfect() {
    Scores scores =
        Scores.of(new double[][] {{1, 1, 0}, {0, 0, 1}}, List.of(paper(0, 1), paper(2)), ALL, HALF);
    assertThat(scores)
        .extracting(Scores::lrap, Scores::first, Scores::micro, Scores::macro)
        .containsExactly(1.0, 1.0, 1.0, 1.0);
    assertThat(scores.calibration()).isZero();
  }

  @Test
  void rankingPrecisionIsAveragedOverTheOwnLabels() {
    // Label 1 is first; label 2 third: 1/1 and 2/3.
    Scores scores = Scores.of(new double[][] {{0.4, 0.9, 0.1}}, List.of(paper(1, 2)), ALL, HALF);
    assertThat(scores.lrap()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
  }

  @Test
  void tagsAreCountedTogetherAndByLabel() {
    Scores scores =
        Scores.of(
            new double[][] {{0.9, 0.9, 0.1}, {0.9, 0.2, 0.9}},
            List.of(paper(0), paper(0, 2)),
            ALL,
            HALF);
    // Given 4, right 3, wanted 3; label 1 is given once and wrong.
    assertThat(scores.micro()).isCloseTo(6 / 7.0, within(1e-9));
    assertThat(scores.macro()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void sayingMoreThanComesTrueIsAnError() {
    Scores scores =
        Scores.of(
            new double[][] {{0.9, 0, 0}, {0.9, 0, 0}}, List.of(paper(0), paper(1)), ALL, HALF);
    assertThat(scores.calibration()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void rareLabelsAreNotMeasured() {
    assertThat(Scores.measured(Collections.nCopies(Scores.ENOUGH, paper(1)), 3))
        .containsExactly(false, true, false);
  }
}
