package dev.paperboy.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.ingest.harvest.BackfillProgress.Backfill;
import dev.paperboy.ingest.source.PaperSource.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BackfillProgressTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);

  private Instant now = Instant.parse("2026-05-12T08:00:00Z");
  private final BackfillProgress progress =
      new BackfillProgress(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private Backfill at(int daysBack) {
    return progress.of(
        "arxiv-oai", new Reach(null, TODAY.minusDays(daysBack), TODAY.minusDays(1_000)), TODAY);
  }

  @Test
  void restIsByThePaceOfThisProcess() {
    // It was stopped and started at 200 of 1,000 days: the pace before is not known.
    assertThat(at(200)).isEqualTo(new Backfill(20, 800, null));

    now = now.plus(Duration.ofMinutes(10));
    assertThat(at(300)).isEqualTo(new Backfill(30, 700, Duration.ofMinutes(70)));

    now = now.plus(Duration.ofMinutes(30));
    assertThat(at(600)).isEqualTo(new Backfill(60, 400, Duration.ofMinutes(40)));
  }

  @Test
  void whatIsThroughHasNoProgress() {
    assertThat(at(1_000)).isNull();
    assertThat(progress.of("snapshot", new Reach(null, null, null), TODAY)).isNull();
    assertThat(progress.of("arxiv-oai", new Reach(TODAY, null, TODAY.minusDays(9)), TODAY))
        .as("before the first list's end")
        .isNull();
  }

  @Test
  void aSecondWayBackIsMeasuredByItself() {
    at(200);
    now = now.plus(Duration.ofDays(3));
    at(1_000);

    assertThat(at(500).rest()).isNull();
  }

  @Test
  void wordsAreForPeople() {
    assertThat(new Backfill(20, 800, null).words()).isEqualTo("20 %, 800 days to go");
    assertThat(new Backfill(99, 1, Duration.ofSeconds(30)).words())
        .isEqualTo("99 %, 1 day to go, less than a minute");
    assertThat(new Backfill(30, 700, Duration.ofMinutes(70)).words())
        .isEqualTo("30 %, 700 days to go, about 70 min");
    assertThat(new Backfill(3, 7_000, Duration.ofHours(30)).words())
        .isEqualTo("3 %, 7000 days to go, about 30 h");
    assertThat(new Backfill(1, 12_000, Duration.ofDays(5)).words())
        .isEqualTo("1 %, 12000 days to go, about 5 days");
  }
}
