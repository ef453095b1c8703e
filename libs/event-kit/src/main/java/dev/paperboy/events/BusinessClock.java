package dev.paperboy.events;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The clock that every window of Paperboy runs on, so that a past day can be lived through.
 *
 * <p>Leases, SMTP dates and token expiry use the real clock instead.
 */
public final class BusinessClock {
  private BusinessClock() {}

  /**
   * Reads the setting {@code paperboy.clock}.
   *
   * <ul>
   *   <li>{@code system}: the real time;
   *   <li>{@code 2026-05-12T23:00:00Z}: that instant at the call, ticking from then on;
   *   <li>{@code 2026-05-12T23:00:00Z@2026-11-23T02:00:00Z}: the first instant when it is really
   *       the second, ticking; processes that share the setting share the time, over restarts too.
   * </ul>
   *
   * @throws IllegalArgumentException where the setting is none of these, saying what it may be
   */
  public static Clock of(String setting) {
    return of(setting, Clock.systemUTC());
  }

  static Clock of(String setting, Clock real) {
    if (setting.isBlank() || setting.equals("system")) {
      return real.withZone(ZoneOffset.UTC);
    }
    String[] parts = setting.split("@", 2);
    try {
      Instant business = Instant.parse(parts[0]);
      Instant at = parts.length == 2 ? Instant.parse(parts[1]) : real.instant();
      return Clock.offset(real.withZone(ZoneOffset.UTC), Duration.between(at, business));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "paperboy.clock is «"
              + setting
              + "»; it may be «system», an instant such as 2026-05-12T23:00:00Z, or"
              + " <business instant>@<real instant>",
          e);
    }
  }
}
