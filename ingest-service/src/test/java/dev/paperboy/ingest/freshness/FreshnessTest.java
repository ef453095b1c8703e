package dev.paperboy.ingest.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A source's days, lived through. */
class FreshnessTest {
  private static final LocalDate TUESDAY = LocalDate.parse("2026-05-12");
  private static final Instant EVENING = Instant.parse("2026-05-12T00:00:00Z");
  private static final Duration GRACE = Duration.ofHours(4);
  private static final Map<String, Integer> USUAL =
      Map.of("cs.AI", 240, "cs.CL", 110, "nucl-ex", 4);

  private final AnnouncementCalendar calendar = AnnouncementCalendar.published();
  private final Freshness freshness = new Freshness("arXiv", calendar, GRACE);
  private final List<Volume> stored = new ArrayList<>();

  FreshnessTest() {
    Random random = new Random(11);
    TUESDAY
        .minusDays(56)
        .datesUntil(TUESDAY)
        .filter(calendar::announces)
        .forEach(
            day ->
                USUAL.forEach(
                    (category, papers) ->
                        stored.add(
                            new Volume(day, category, papers + random.nextInt(papers / 5 + 1)))));
  }

  @Test
  void yesterdaysPapersAreEnoughUntilTodaysAreDue() {
    assertThat(freshness.of(stored, EVENING.plus(GRACE).minusSeconds(1)).state())
        .isEqualTo("fresh");
  }

  @Test
  void aFeedThatRepeatsYesterdayIsLateOnceTodaysPapersAreDue() {
    Verdict verdict = freshness.of(stored, EVENING.plus(GRACE));
    assertThat(verdict.state()).isEqualTo("late");
    assertThat(verdict.detail())
        .matches(
            "arXiv: nothing of Tuesday 2026-05-12 yet, about 3\\d\\d papers are due since"
                + " 2026-05-12 04:00 UTC");
  }

  @Test
  void aPartialFeedNamesTheCategory() {
    announce(TUESDAY, Map.of("cs.AI", 12, "cs.CL", 105, "nucl-ex", 0));
    Verdict verdict = freshness.of(stored, EVENING.plus(GRACE));
    assertThat(verdict.state()).isEqualTo("partial");
    assertThat(verdict.detail())
        .matches(
            "arXiv: Tuesday 2026-05-12 has cs.AI 12 of ~2\\d\\d so far; 117 papers in all, usually"
                + " about 3\\d\\d");
  }

  @Test
  void theNextGoodRunCatchesUp() {
    announce(TUESDAY, Map.of("cs.AI", 12));
    assertThat(freshness.of(stored, EVENING.plus(GRACE)).state()).isEqualTo("partial");

    announce(TUESDAY, Map.of("cs.AI", 240, "cs.CL", 112, "nucl-ex", 3));
    Verdict verdict = freshness.of(stored, EVENING.plus(GRACE).plusSeconds(1800));
    assertThat(verdict.state()).isEqualTo("fresh");
    assertThat(verdict.detail())
        .startsWith("arXiv: 355 papers of Tuesday 2026-05-12, usually about");
  }

  @Test
  void aWeekendIsQuietAsExpected() {
    Verdict verdict = freshness.of(stored, Instant.parse("2026-05-10T12:00:00Z"));
    assertThat(verdict.state()).isEqualTo("quiet");
    assertThat(verdict.detail())
        .endsWith("no announcement on Sunday 2026-05-10, the next is of Monday 2026-05-11");
  }

  @Test
  void aHolidayIsQuietAsExpected() {
    Freshness closed =
        new Freshness("arXiv", new AnnouncementCalendar(List.of(TUESDAY.minusDays(1))), GRACE);
    assertThat(closed.of(stored, EVENING.plus(GRACE)).state()).isEqualTo("quiet");
  }

  @Test
  void aFridayThatIsMissedIsStillMissedOnTheWeekend() {
    LocalDate friday = TUESDAY.minusDays(4);
    stored.removeIf(volume -> !volume.date().isBefore(friday));
    assertThat(freshness.of(stored, Instant.parse("2026-05-09T12:00:00Z")).state())
        .isEqualTo("late");
  }

  @Test
  void aStrayPaperIsNoAnnouncement() {
    announce(TUESDAY.minusDays(2), Map.of("cs.AI", 3));
    assertThat(freshness.of(stored, EVENING.plus(GRACE)).state()).isEqualTo("late");
  }

  @Test
  void aSmallCategoryMayBeSilent() {
    announce(TUESDAY, Map.of("cs.AI", 240, "cs.CL", 112));
    assertThat(freshness.of(stored, EVENING.plus(GRACE)).state()).isEqualTo("fresh");
  }

  @Test
  void manyMissingCategoriesAreCounted() {
    TUESDAY
        .minusDays(56)
        .datesUntil(TUESDAY)
        .forEach(
            day -> {
              for (String category : List.of("a", "b", "c")) {
                stored.add(new Volume(day, category, 50));
              }
            });
    announce(TUESDAY, Map.of("nucl-ex", 3));
    assertThat(freshness.of(stored, EVENING.plus(GRACE)).detail())
        .contains("cs.AI 0 of ~2", "cs.CL 0 of ~1", "a 0 of ~50, and 2 more categories so far");
  }

  @Test
  void nothingIsClaimedBeforeDaysAreKnown() {
    stored.removeIf(volume -> volume.date().isBefore(TUESDAY.minusDays(2)));
    Verdict verdict = freshness.of(stored, EVENING.plus(GRACE));
    assertThat(verdict.state()).isEqualTo("fresh");
    assertThat(verdict.detail()).contains("too few days are known");
  }

  @Test
  void aListingOfYesterdayIsLate() {
    announce(TUESDAY, USUAL);
    Verdict verdict =
        freshness.of(stored, TUESDAY.minusDays(1), USUAL, List.of(), EVENING.plus(GRACE));
    assertThat(verdict.state()).isEqualTo("late");
  }

  @Test
  void aListingOfTodayIsFreshWhateverTheStoreHolds() {
    Verdict verdict = freshness.of(stored, TUESDAY, USUAL, List.of(), EVENING.plus(GRACE));
    assertThat(verdict.state()).isEqualTo("fresh");
  }

  @Test
  void aListingThatIsEarlyIsFresh() {
    Verdict verdict = freshness.of(stored, TUESDAY, USUAL, List.of(), EVENING.plusSeconds(60));
    assertThat(verdict.state()).isEqualTo("fresh");
  }

  @Test
  void aListingThatMayBeCutOffIsPartial() {
    Verdict verdict = freshness.of(stored, TUESDAY, USUAL, List.of("cs"), EVENING.plus(GRACE));
    assertThat(verdict.state()).isEqualTo("partial");
    assertThat(verdict.detail()).endsWith("cut off at the source's limit: cs");
  }

  private void announce(LocalDate day, Map<String, Integer> papers) {
    stored.removeIf(volume -> volume.date().equals(day));
    papers.forEach((category, count) -> stored.add(new Volume(day, category, count)));
  }
}
