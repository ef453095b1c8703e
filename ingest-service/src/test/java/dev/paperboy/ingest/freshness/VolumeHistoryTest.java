package dev.paperboy.ingest.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.ingest.freshness.VolumeHistory.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeHistoryTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 5, 12);

  private final List<Volume> volumes = new ArrayList<>();

  private List<Day> history(LocalDate from, LocalDate until) {
    return VolumeHistory.of(volumes, AnnouncementCalendar.published(), from, until);
  }

  @Test
  void eachDayIsBesideWhatItsWeekdayUsuallyBrings() {
    long[] papers = {900, 1_000, 1_100, 1_000};
    for (int week = 1; week <= papers.length; week++) {
      volumes.add(new Volume(TUESDAY.minusWeeks(week), "cs.LG", papers[week - 1] - 400));
      volumes.add(new Volume(TUESDAY.minusWeeks(week), "cs.CL", 400));
      volumes.add(new Volume(TUESDAY.minusWeeks(week).plusDays(1), "cs.LG", 50));
    }
    volumes.add(new Volume(TUESDAY, "cs.LG", 250));

    // Half of the deviations from 1,000 are 50 or less: 74 as a standard deviation.
    assertThat(history(TUESDAY, TUESDAY))
        .containsExactly(new Day(TUESDAY, 250, true, 1_000L, 926L, 1_074L, true));
  }

  @Test
  void aDayWithoutAnnouncementHasNoUsualNumber() {
    LocalDate saturday = LocalDate.of(2026, 5, 9);
    volumes.add(new Volume(saturday, "cs.LG", 3));

    assertThat(history(saturday, saturday))
        .containsExactly(new Day(saturday, 3, false, null, null, null, false));
  }

  @Test
  void daysThatNobodyCountedAreThereToo() {
    assertThat(history(TUESDAY.minusDays(29), TUESDAY))
        .hasSize(30)
        .allSatisfy(day -> assertThat(day.papers()).isZero())
        .allSatisfy(day -> assertThat(day.usual()).isNull());
  }
}
