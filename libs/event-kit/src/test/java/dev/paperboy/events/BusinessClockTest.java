package dev.paperboy.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockTest {
  private static final Instant REAL = Instant.parse("2026-11-23T02:00:30Z");
  private final Clock real = Clock.fixed(REAL, ZoneOffset.UTC);

  @Test
  void systemIsTheRealTime() {
    assertEquals(REAL, BusinessClock.of("system", real).instant());
  }

  @Test
  void anInstantStartsNow() {
    assertEquals(
        Instant.parse("2026-05-12T23:00:00Z"),
        BusinessClock.of("2026-05-12T23:00:00Z", real).instant());
  }

  @Test
  void anAnchoredInstantTicksWithTheRealTime() {
    Clock clock = BusinessClock.of("2026-05-12T23:00:00Z@2026-11-23T02:00:00Z", real);
    assertEquals(Instant.parse("2026-05-12T23:00:30Z"), clock.instant());
  }

  @Test
  void nonsenseIsRefusedWithAHint() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> BusinessClock.of("yesterday", real));
    assertTrue(refused.getMessage().contains("2026-05-12T23:00:00Z"), refused.getMessage());
  }
}
