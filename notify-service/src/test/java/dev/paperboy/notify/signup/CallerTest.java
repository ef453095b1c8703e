package dev.paperboy.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
  @Test
  void neighboursAreOneCaller() {
    assertThat(Caller.of("192.0.2.1")).isEqualTo(Caller.of("192.0.2.254"));
    assertThat(Caller.of("192.0.2.1")).isNotEqualTo(Caller.of("192.0.3.1"));
    assertThat(Caller.of("2001:db8:0:1::1")).isEqualTo(Caller.of("2001:db8:0:1:ffff::2"));
    assertThat(Caller.of("2001:db8:0:1::1")).isNotEqualTo(Caller.of("2001:db8:0:2::1"));
  }

  @Test
  void anIpv4AddressInIpv6ClothesIsTheSame() {
    assertThat(Caller.of("::ffff:192.0.2.1")).isEqualTo(Caller.of("192.0.2.9"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "example.org", "a\nb", "1.2.3.4, 5.6.7.8", "fe80::1%eth0"})
  void anythingElseIsNeverLookedUp(String text) {
    assertThat(Caller.of(text)).isEqualTo(new Caller("unknown"));
    assertThat(Caller.of(null)).isEqualTo(new Caller("unknown"));
  }

  @Test
  void windowsBeginOnTheHour() {
    assertThat(Throttle.starts(Instant.parse("2026-05-12T07:59:59Z"), Duration.ofHours(1)))
        .isEqualTo(Instant.parse("2026-05-12T07:00:00Z"));
    assertThat(Throttle.starts(Instant.parse("2026-05-12T07:59:59Z"), Duration.ofDays(1)))
        .isEqualTo(Instant.parse("2026-05-12T00:00:00Z"));
  }
}
