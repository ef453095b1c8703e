package dev.paperboy.classify.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLimiterTest {
  private long nanos;

  private final RequestLimiter limiter =
      new RequestLimiter(
          6,
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos;
            }

            @Override
            public boolean isWallClockBased() {
              return true;
            }
          });

  @Test
  void tellsWhenToComeBack() {
    for (int i = 0; i < 6; i++) {
      assertThat(limiter.secondsToWait("192.0.2.1")).isZero();
    }
    assertThat(limiter.secondsToWait("192.0.2.1")).isEqualTo(10);
    nanos += Duration.ofMillis(9_500).toNanos();
    assertThat(limiter.secondsToWait("192.0.2.1")).isEqualTo(1);
    nanos += Duration.ofMillis(500).toNanos();
    assertThat(limiter.secondsToWait("192.0.2.1")).isZero();
  }

  @Test
  void oneClientDoesNotUseUpAnothers() {
    for (int i = 0; i < 9; i++) {
      limiter.secondsToWait("192.0.2.1");
    }
    assertThat(limiter.secondsToWait("192.0.2.2")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8::1, 2001:db8::ffff:2, true",
    "2001:db8:0:1::1, 2001:db8:0:2::1, false",
    "::ffff:192.0.2.1, 192.0.2.1, true",
  })
  void aSubscriberIsOneClient(String one, String other, boolean same) {
    assertThat(RequestLimiter.network(one).equals(RequestLimiter.network(other))).isEqualTo(same);
  }
}
