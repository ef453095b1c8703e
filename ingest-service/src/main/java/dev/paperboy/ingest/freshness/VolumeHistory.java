package dev.paperboy.ingest.freshness;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** How many papers each of some days brought, beside what such days usually bring. */
public final class VolumeHistory {
  private VolumeHistory() {}

  /**
   * A day.
   *
   * @param announces whether the calendar has an announcement on it
   * @param usual the usual number; null where too few days before it are known, or there is no
   *     announcement
   * @param low usual number less its spread, at least 0; null with {@code usual}
   * @param high usual number and its spread; null with {@code usual}
   * @param few whether papers are so few that some are missing
   */
  public record Day(
      LocalDate date,
      long papers,
      boolean announces,
      Long usual,
      Long low,
      Long high,
      boolean few) {}

  /**
   * All days of a stretch, oldest first, each judged by the days before it.
   *
   * @param volumes papers of the stretch, and of a time before it to learn from
   * @param from first day
   * @param until last day
   */
  public static List<Day> of(
      Collection<Volume> volumes, AnnouncementCalendar calendar, LocalDate from, LocalDate until) {
    Experience experience = new Experience(volumes, calendar);
    return from.datesUntil(until.plusDays(1))
        .map(date -> day(date, volumes, experience, calendar.announces(date)))
        .toList();
  }

  private static Day day(
      LocalDate date, Collection<Volume> volumes, Experience experience, boolean announces) {
    long papers =
        volumes.stream().filter(v -> v.date().equals(date)).mapToLong(Volume::papers).sum();
    Expectation usual = announces ? experience.total(date) : null;
    return usual == null
        ? new Day(date, papers, announces, null, null, null, false)
        : new Day(
            date,
            papers,
            true,
            usual.usual(),
            Math.max(0, Math.round(usual.median() - usual.spread())),
            Math.round(usual.median() + usual.spread()),
            usual.isFarBelow(papers));
  }
}
