package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void whoKeepsDyingWaitsLongerUpToHalfAMinute() {
    Backoff backoff = new Backoff();

    assertThat(Stream.generate(() -> backoff.after(Duration.ZERO).toSeconds()).limit(7))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void whoLivedWellStartsOver() {
    Backoff backoff = new Backoff();
    backoff.after(Duration.ZERO);
    backoff.after(Duration.ZERO);

    assertThat(backoff.after(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(1));
  }
}
