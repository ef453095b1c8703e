package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Which day's digest a reader's clock asks for. */
final class DigestCalendar {
  private DigestCalendar() {}

  /**
   * The reader's day, once its send hour has come, where there is a digest on it; empty otherwise.
   *
   * <p>An hour that the clocks skip comes when they have skipped it; one that they show twice comes
   * the first time. A day is due until it ends, so that a service that was down catches up; a day
   * that passed without a digest is not made up for, its papers are in the next one.
   */
  static Optional<LocalDate> due(Schedule schedule, Instant now) {
    LocalDate day = now.atZone(schedule.zone()).toLocalDate();
    Instant sendAt =
        ZonedDateTime.of(day, LocalTime.of(schedule.hour(), 0), schedule.zone()).toInstant();
    return now.isBefore(sendAt) || !schedule.sends(day) ? Optional.empty() : Optional.of(day);
  }
}
