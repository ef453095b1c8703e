package dev.paperboy.notify.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Which day's digest a reader's clock asks for. */
final class DigestCalendar {
  private DigestCalendar() {}

  /**
   * The reader's day, once its send hour has come; empty before.
   *
   * <p>An hour that the clocks skip comes when they have skipped it; one that they show twice comes
   * the first time. A day is due until it ends, so that a service that was down catches up; a day
   * that passed without a digest is not made up for, its papers are in the next one.
   */
  static Optional<LocalDate> due(ZoneId zone, int sendHour, Instant now) {
    LocalDate day = now.atZone(zone).toLocalDate();
    Instant sendAt = ZonedDateTime.of(day, java.time.LocalTime.of(sendHour, 0), zone).toInstant();
    return now.isBefore(sendAt) ? Optional.empty() : Optional.of(day);
  }
}
