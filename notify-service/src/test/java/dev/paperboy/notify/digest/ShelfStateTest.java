package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.shelf.SourceStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfStateTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(10);

  private static ShelfState state(
      Map<LocalDate, Long> shelved, Duration sinceGrowth, SourceStatus... sources) {
    return new ShelfState(new TreeMap<>(shelved), List.of(sources), sinceGrowth, false);
  }

  private static SourceStatus source(String verdict, SourceStatus.Day... days) {
    return new SourceStatus("snapshot", 1, verdict, "said by the source", false, List.of(days));
  }

  private static SourceStatus witness(String verdict) {
    return new SourceStatus("arxiv-rss", 1, verdict, "said by the witness", true, List.of());
  }

  private static SourceStatus.Day day(LocalDate date, long announced, boolean complete) {
    return new SourceStatus.Day(date, announced, complete);
  }

  @ParameterizedTest
  @ValueSource(strings = {"starting", "late", "partial", "down"})
  void aWitnessNeitherWorriesReadersNorKeepsThemWaiting(String verdict) {
    ShelfState state =
        state(Map.of(MONDAY, 5L), SOON, source("fresh", day(MONDAY, 5, true)), witness(verdict));

    assertThat(state.verdict(new Window(MONDAY, MONDAY)))
        .isEqualTo(new ShelfState.Go(null, MONDAY));
  }

  @Test
  void aNewReaderGetsTheLatestAnnouncement() {
    ShelfState state = state(Map.of(MONDAY, 5L, WEDNESDAY, 1L), LONG);

    assertThat(state.window(null, TUESDAY, 1)).isEqualTo(new Window(MONDAY, TUESDAY));
    assertThat(state.window(null, WEDNESDAY, 1)).isEqualTo(new Window(WEDNESDAY, WEDNESDAY));
  }

  @Test
  void theLatestAnnouncementMayStillBeOnItsWay() {
    ShelfState state = state(Map.of(MONDAY, 5L), SOON, source("fresh", day(TUESDAY, 9, true)));

    assertThat(state.window(null, TUESDAY, 1)).isEqualTo(new Window(TUESDAY, TUESDAY));
  }

  @Test
  void aFirstWeeklyDigestCoversItsWeek() {
    ShelfState state = state(Map.of(MONDAY, 5L), LONG);

    assertThat(state.window(null, WEDNESDAY, 7))
        .isEqualTo(new Window(WEDNESDAY.minusDays(6), WEDNESDAY));
    assertThat(state.window(MONDAY, WEDNESDAY, 7)).isEqualTo(new Window(TUESDAY, WEDNESDAY));
  }

  @Test
  void anEmptyShelfHasNoWindowForANewReader() {
    assertThat(state(Map.of(), null).window(null, TUESDAY, 1))
        .isEqualTo(new Window(TUESDAY, TUESDAY));
    assertThat(state(Map.of(TUESDAY.minusDays(31), 1L), LONG).window(null, TUESDAY, 1))
        .isEqualTo(new Window(TUESDAY, TUESDAY));
  }

  @Test
  void aReaderGoesOnBehindTheLastAnnouncementServed() {
    ShelfState state = state(Map.of(MONDAY, 5L), LONG);

    assertThat(state.window(MONDAY, WEDNESDAY, 1)).isEqualTo(new Window(TUESDAY, WEDNESDAY));
    assertThat(state.window(WEDNESDAY, WEDNESDAY, 1)).isEqualTo(new Window(WEDNESDAY, WEDNESDAY));
    assertThat(state.window(WEDNESDAY.minusDays(300), WEDNESDAY, 1))
        .isEqualTo(new Window(WEDNESDAY.minusDays(30), WEDNESDAY));
  }

  @Test
  void everythingIsHere() {
    ShelfState state =
        state(
            Map.of(MONDAY, 5L, TUESDAY, 7L),
            SOON,
            source("fresh", day(TUESDAY, 3, true), day(MONDAY, 5, true)),
            source("fresh", day(TUESDAY, 4, true)));

    assertThat(state.verdict(new Window(MONDAY, TUESDAY)))
        .isEqualTo(new ShelfState.Go(null, TUESDAY));
  }

  @Test
  void announcedPapersAreWaitedForWhileTheShelfGrows() {
    ShelfState state = state(Map.of(TUESDAY, 6L), SOON, source("fresh", day(TUESDAY, 7, true)));

    assertThat(state.verdict(new Window(TUESDAY, TUESDAY)))
        .isInstanceOfSatisfying(
            ShelfState.Wait.class, wait -> assertThat(wait.reason()).contains("1 announced"));
  }

  @Test
  void afterTenMinutesItGoesOutWithANoteAndTheDayIsLookedAtAgain() {
    ShelfState state =
        state(
            Map.of(MONDAY, 5L, TUESDAY, 6L),
            LONG,
            source("fresh", day(TUESDAY, 7, true), day(MONDAY, 5, true)));

    assertThat(state.verdict(new Window(MONDAY, TUESDAY)))
        .isInstanceOfSatisfying(
            ShelfState.Go.class,
            go -> {
              assertThat(go.note()).contains("1 papers announced").contains("later digest");
              assertThat(go.servedTo()).isEqualTo(MONDAY);
            });
  }

  @Test
  void missingPapersOfOtherDaysDoNotMatter() {
    ShelfState state =
        state(
            Map.of(TUESDAY, 7L),
            SOON,
            source("fresh", day(WEDNESDAY, 9, true), day(TUESDAY, 7, true), day(MONDAY, 9, true)));

    assertThat(state.verdict(new Window(TUESDAY, TUESDAY)))
        .isEqualTo(new ShelfState.Go(null, TUESDAY));
  }

  @Test
  void aSourceStillBeingReadIsWaitedFor() {
    Window window = new Window(TUESDAY, TUESDAY);
    SourceStatus half = source("fresh", day(TUESDAY, 7, false));

    assertThat(state(Map.of(TUESDAY, 7L), SOON, half).verdict(window))
        .isInstanceOf(ShelfState.Wait.class);
    assertThat(state(Map.of(TUESDAY, 7L), LONG, half).verdict(window))
        .isEqualTo(new ShelfState.Go(null, TUESDAY));
    assertThat(state(Map.of(), SOON, source("starting")).verdict(window))
        .isInstanceOf(ShelfState.Wait.class);
    assertThat(state(Map.of(), null).verdict(window)).isInstanceOf(ShelfState.Wait.class);
  }

  @Test
  void aQuietDayIsServedWithoutMovingOn() {
    ShelfState state = state(Map.of(MONDAY, 5L), SOON, source("quiet", day(MONDAY, 5, true)));

    assertThat(state.verdict(new Window(TUESDAY, TUESDAY)))
        .isEqualTo(new ShelfState.Go(null, null));
    assertThat(state.staleness()).isNull();
  }

  @Test
  void aLateSourceIsToldInItsOwnWords() {
    ShelfState state = state(Map.of(), LONG, source("late"));

    assertThat(state.verdict(new Window(TUESDAY, TUESDAY)))
        .isEqualTo(new ShelfState.Go("Papers may be missing: said by the source", null));
  }

  @Test
  void whileTheShelfIsFilledAgainNothingIsSent() {
    ShelfState state =
        new ShelfState(
            new TreeMap<>(Map.of(MONDAY, 5L)),
            List.of(source("fresh", day(MONDAY, 5, true))),
            LONG,
            true);

    assertThat(state.verdict(new Window(MONDAY, MONDAY))).isInstanceOf(ShelfState.Wait.class);
  }
}
