package dev.paperboy.notify.subscriber;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a reader wants digests.
 *
 * @param weekday of weekly digests; says nothing of others
 * @param hour 0 to 23, local: not before
 * @param zone where the reader's day begins and ends
 * @param pausedUntil the first day with digests again; null where there is no pause
 * @param emptyDays whether a mail says why there is none
 */
public record Schedule(
    Frequency frequency,
    DayOfWeek weekday,
    int hour,
    ZoneId zone,
    LocalDate pausedUntil,
    EmptyDays emptyDays) {
  private static final int DAYS_OF_A_WEEK = 7;

  /** One of a reader who hears of empty days now and then. */
  public Schedule(
      Frequency frequency, DayOfWeek weekday, int hour, ZoneId zone, LocalDate pausedUntil) {
    this(frequency, weekday, hour, zone, pausedUntil, EmptyDays.WEEKLY);
  }

  /** Whether there is a digest on that local day. */
  public boolean sends(LocalDate day) {
    return (pausedUntil == null || !day.isBefore(pausedUntil))
        && switch (frequency) {
          case DAILY -> true;
          case WEEKDAYS -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
          case WEEKLY -> day.getDayOfWeek() == weekday;
          case OFF -> false;
        };
  }

  /** How many days a first digest covers; 1 for what was announced last. */
  public int firstDays() {
    return frequency == Frequency.WEEKLY ? DAYS_OF_A_WEEK : 1;
  }

  /** The same without a pause, or with another one. */
  public Schedule pausedUntil(LocalDate day) {
    return new Schedule(frequency, weekday, hour, zone, day, emptyDays);
  }

  /** A digest each day, without a pause, at the same hour. */
  public Schedule everyDay() {
    return new Schedule(Frequency.DAILY, weekday, hour, zone, null, emptyDays);
  }

  /** Such that there is a digest on that day, which covers as much as this one's do. */
  public Schedule on(LocalDate day) {
    return frequency == Frequency.WEEKLY
        ? new Schedule(Frequency.WEEKLY, day.getDayOfWeek(), hour, zone, null, emptyDays)
        : everyDay();
  }

  /** What a reader who wants none now would get: a digest a day, without a pause. */
  public Schedule resumed() {
    return new Schedule(
        frequency == Frequency.OFF ? Frequency.DAILY : frequency,
        weekday,
        hour,
        zone,
        null,
        emptyDays);
  }
}
