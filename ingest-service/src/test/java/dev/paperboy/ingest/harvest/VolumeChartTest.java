package dev.paperboy.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.ingest.freshness.VolumeHistory.Day;
import dev.paperboy.ingest.harvest.VolumeChart.Bar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeChartTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);

  @Test
  void barsStandOnTheBaseAndScaleWithPapers() {
    VolumeChart chart =
        VolumeChart.of(
            List.of(
                new Day(MONDAY, 500, true, null, null, null, false),
                new Day(MONDAY.plusDays(1), 1_000, true, null, null, null, false)));

    assertThat(chart.bars())
        .allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(chart.base()));
    assertThat(chart.bars().get(1).height()).isEqualTo(2 * chart.bars().get(0).height());
    assertThat(chart.lines()).extracting(VolumeChart.Line::papers).containsExactly("500", "1,000");
    assertThat(chart.bars()).extracting(Bar::label).containsExactly("11 May", null);
  }

  @Test
  void farFewerThanUsualIsPaintedAsSuch() {
    VolumeChart chart =
        VolumeChart.of(
            List.of(
                new Day(MONDAY, 10, true, 100L, 80L, 120L, true),
                new Day(MONDAY.plusDays(1), 70, true, 100L, 80L, 120L, false),
                new Day(MONDAY.plusDays(5), 0, false, null, null, null, false)));

    assertThat(chart.bars()).extracting(Bar::kind).containsExactly("low", "announced", "silent");
    assertThat(chart.bars().getFirst().words())
        .isEqualTo("Mon 11 May: 10 papers, usual: about 100 (80 to 120)");
    VolumeChart.Range range = chart.bars().getFirst().range();
    assertThat(range.y()).isGreaterThanOrEqualTo(0);
    assertThat(range.usual()).isBetween(range.y(), range.y() + range.height());
  }

  @Test
  void levelsAreRound() {
    assertThat(
            VolumeChart.of(List.of(new Day(MONDAY, 2_122, true, null, null, null, false))).lines())
        .extracting(VolumeChart.Line::papers)
        .containsExactly("1,500", "3,000");
  }

  @Test
  void oneOfManyPapersIsStillSeen() {
    assertThat(
            VolumeChart.of(
                    List.of(
                        new Day(MONDAY, 1, true, null, null, null, false),
                        new Day(MONDAY.plusDays(1), 100_000, true, null, null, null, false)))
                .bars()
                .getFirst()
                .height())
        .isEqualTo(1);
  }

  @Test
  void noPapersAtAllMakeAnEmptyChart() {
    assertThat(VolumeChart.of(List.of(new Day(MONDAY, 0, true, null, null, null, false))).bars())
        .allSatisfy(bar -> assertThat(bar.height()).isZero());
  }
}
