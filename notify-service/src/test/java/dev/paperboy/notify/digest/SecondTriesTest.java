package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecondTriesTest {
  private static final UUID READER = UUID.randomUUID();
  private Instant now = Instant.parse("2026-05-12T07:00:00Z");
  private final SecondTries tries =
      new SecondTries(
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

  @Test
  void whoeverNeverFailedMayGo() {
    tries.failed(UUID.randomUUID());
    assertThat(tries.isTurnOf(READER)).isTrue();
  }

  @Test
  void eachFailureDoublesTheRestUpToAnHour() {
    List<Long> minutes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.failed(READER);
      long rest = 0;
      while (!tries.isTurnOf(READER)) {
        now = now.plus(Duration.ofMinutes(1));
        rest++;
      }
      minutes.add(rest);
    }
    assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }
}
