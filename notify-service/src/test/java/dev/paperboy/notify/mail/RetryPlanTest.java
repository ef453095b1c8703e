package dev.paperboy.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
  private static final Instant CREATED = Instant.parse("2026-05-12T07:00:00Z");

  @Test
  void waitsGrowAndAreSpread() {
    assertThat(pause(1, 0.5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(pause(1, 0)).isEqualTo(Duration.ofMillis(22_500));
    assertThat(pause(1, 1)).isEqualTo(Duration.ofMillis(37_500));
    assertThat(pause(4, 0.5)).isEqualTo(Duration.ofMinutes(4));
    assertThat(pause(9, 0.5)).isEqualTo(Duration.ofHours(1));
    assertThat(pause(1000, 0.5)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aMailHasItsDay() {
    int attempts = 0;
    Instant now = CREATED;
    for (Optional<Instant> next = Optional.of(now); next.isPresent(); ) {
      now = next.get();
      next = RetryPlan.next(++attempts, CREATED, now, 0.5);
    }
    assertThat(attempts).isBetween(20, 40);
    assertThat(Duration.between(CREATED, now)).isLessThan(Duration.ofHours(24));
  }

  @Test
  void theLineRestsLongerWithEveryFailure() {
    assertThat(RetryPlan.lineRest(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RetryPlan.lineRest(3)).isEqualTo(Duration.ofSeconds(20));
    assertThat(RetryPlan.lineRest(1000)).isEqualTo(Duration.ofMinutes(2));
  }

  private static Duration pause(int attempts, double luck) {
    return Duration.between(
        CREATED, RetryPlan.next(attempts, CREATED, CREATED, luck).orElseThrow());
  }
}
