package dev.paperboy.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.subscriber.SubscriberStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LetterDecisionTest {
  private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");
  private static final Instant DAY_AGO = NOW.minus(Duration.ofDays(1));

  @Test
  void aNewAddressIsAskedOnce() {
    assertThat(LetterDecision.of(SubscriberStatus.PENDING, 0, null, NOW))
        .isEqualTo(LetterDecision.CONFIRMATION);
    assertThat(LetterDecision.of(SubscriberStatus.PENDING, 1, NOW.minusSeconds(1), NOW))
        .isEqualTo(LetterDecision.NONE);
  }

  @Test
  void itIsAskedAgainADayLaterAndThreeTimesInAll() {
    assertThat(LetterDecision.of(SubscriberStatus.PENDING, 1, DAY_AGO.plusSeconds(1), NOW))
        .isEqualTo(LetterDecision.NONE);
    assertThat(LetterDecision.of(SubscriberStatus.PENDING, 2, DAY_AGO, NOW))
        .isEqualTo(LetterDecision.CONFIRMATION);
    assertThat(LetterDecision.of(SubscriberStatus.PENDING, 3, DAY_AGO.minusSeconds(999_999), NOW))
        .isEqualTo(LetterDecision.NONE);
  }

  @Test
  void aReaderIsToldOnceADay() {
    assertThat(LetterDecision.of(SubscriberStatus.ACTIVE, 0, null, NOW))
        .isEqualTo(LetterDecision.KNOWN);
    assertThat(LetterDecision.of(SubscriberStatus.ACTIVE, 0, NOW.minusSeconds(60), NOW))
        .isEqualTo(LetterDecision.NONE);
  }

  @Test
  void whoLeftMayComeBackAndADeadAddressMayNot() {
    assertThat(LetterDecision.of(SubscriberStatus.UNSUBSCRIBED, 0, null, NOW))
        .isEqualTo(LetterDecision.CONFIRMATION);
    assertThat(LetterDecision.of(SubscriberStatus.SUPPRESSED, 0, null, NOW))
        .isEqualTo(LetterDecision.NONE);
  }

  @Test
  void tenThousandSignUpsMakeOneLetter() {
    int sent = 0;
    Instant last = null;
    for (int i = 0; i < 10_000; i++) {
      Instant now = NOW.plusSeconds(i);
      if (LetterDecision.of(SubscriberStatus.PENDING, sent, last, now) != LetterDecision.NONE) {
        sent++;
        last = now;
      }
    }
    assertThat(sent).isEqualTo(1);
  }
}
