package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.subscriber.EmptyDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptyDayTest {
  @ParameterizedTest
  @CsvSource({
    // Tuesdays.
    "NOTHING_MATCHED, 2026-05-12, WEEKLY, , true",
    "NOTHING_MATCHED, 2026-05-12, WEEKLY, 2026-05-06, false",
    "NOTHING_MATCHED, 2026-05-12, WEEKLY, 2026-05-05, true",
    "SOURCE_STALE, 2026-05-12, WEEKLY, 2026-05-05, true",
    "NO_ANNOUNCEMENT, 2026-05-12, WEEKLY, 2026-05-05, true",
    "NO_ANNOUNCEMENT, 2026-05-12, ALWAYS, 2026-05-11, true",
    "NOTHING_MATCHED, 2026-05-12, NEVER, , false",
    // A Saturday and a Sunday: that there is nothing then is learned once.
    "NO_ANNOUNCEMENT, 2026-05-16, WEEKLY, , true",
    "NO_ANNOUNCEMENT, 2026-05-16, WEEKLY, 2026-03-01, false",
    "NO_ANNOUNCEMENT, 2026-05-17, WEEKLY, 2026-03-01, false",
    "NO_ANNOUNCEMENT, 2026-05-17, ALWAYS, 2026-05-16, true",
    "NOTHING_MATCHED, 2026-05-17, WEEKLY, 2026-05-10, true",
    "SOURCE_STALE, 2026-05-17, WEEKLY, 2026-05-10, true",
  })
  void aReaderIsToldAsOftenAsWanted(
      EmptyReason reason, LocalDate day, EmptyDays wish, LocalDate last, boolean told) {
    assertThat(new EmptyDay(reason, day, 0).isTold(wish, last)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "0, , NO_ANNOUNCEMENT",
    "0, a source is late, SOURCE_STALE",
    "7, , NOTHING_MATCHED",
    "7, a source is late, NOTHING_MATCHED",
  })
  void theReasonIsTheFirstThatExplainsAll(int papers, String staleness, EmptyReason reason) {
    Edition edition = Specimens.edition(papers, 0, List.of(), 12, null);

    assertThat(EmptyDay.of(edition, staleness).reason()).isEqualTo(reason);
  }

  @Test
  void numbersAreWordsOfOneOrMany() {
    assertThat(new EmptyDay(EmptyReason.NOTHING_MATCHED, Specimens.DAY, 1).words())
        .contains("there is 1 new paper, and it does not fit");
    assertThat(new EmptyDay(EmptyReason.NOTHING_MATCHED, Specimens.DAY, 1412).words())
        .contains("there are 1,412 new papers, and none fits");
  }
}
