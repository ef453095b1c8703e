package dev.paperboy.notify.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "another secret of thirty-two chars";
  private static final Instant NOW = Instant.parse("2026-05-12T07:00:00Z");
  private static final UUID READER = UUID.fromString("11111111-2222-3333-4444-555555555555");
  private static final UUID SUBJECT = UUID.fromString("99999999-8888-7777-6666-555555555555");

  private final Tokens tokens = at(NOW, SECRET);

  private static Tokens at(Instant now, String... secrets) {
    return new Tokens(List.of(secrets), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Token token(Purpose purpose, Instant expires) {
    return new Token(purpose, READER, 7, SUBJECT, expires);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenReadsBackForItsPurposeAndNoOther(Purpose purpose) {
    Token token = token(purpose, NOW.plusSeconds(1));
    String text = tokens.write(token);

    assertThat(text).matches("[A-Za-z0-9_-]{108}");
    for (Purpose asked : Purpose.values()) {
      if (asked == purpose) {
        assertThat(tokens.read(text, asked)).contains(token);
      } else {
        assertThat(tokens.read(text, asked)).isEmpty();
      }
    }
  }

  @Test
  void noChangedBitIsRead() {
    byte[] bytes =
        Base64.getUrlDecoder().decode(tokens.write(token(Purpose.CONFIRM, NOW.plusSeconds(60))));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      for (Purpose purpose : Purpose.values()) {
        assertThat(tokens.read(text, purpose)).as("bit %d as %s", bit, purpose).isEmpty();
      }
    }
  }

  @Test
  void aTokenRunsOutOnTheSecond() {
    String text = tokens.write(token(Purpose.PREFERENCES, NOW.plus(Duration.ofMinutes(30))));

    assertThat(
            at(NOW.plus(Duration.ofMinutes(30)).minusMillis(1), SECRET)
                .read(text, Purpose.PREFERENCES))
        .isPresent();
    assertThat(at(NOW.plus(Duration.ofMinutes(30)), SECRET).read(text, Purpose.PREFERENCES))
        .isEmpty();
  }

  @Test
  void aTokenWithoutExpiryLastsForEver() {
    String text = tokens.write(token(Purpose.UNSUBSCRIBE, null));

    assertThat(at(NOW.plus(Duration.ofDays(36_500)), SECRET).read(text, Purpose.UNSUBSCRIBE))
        .isPresent();
  }

  @Test
  void aFormerSecretIsReadUntilItIsDropped() {
    String text = tokens.write(token(Purpose.DIGEST, null));

    assertThat(at(NOW, OTHER, SECRET).read(text, Purpose.DIGEST)).isPresent();
    assertThat(at(NOW, OTHER).read(text, Purpose.DIGEST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../../etc/passwd", "AAAA", "ä", "%00", "AAAA AAAA"})
  void rubbishIsNoToken(String text) {
    assertThat(tokens.read(text, Purpose.CONFIRM)).isEmpty();
  }

  @Test
  void aTokenHasOneSpelling() {
    String text = tokens.write(token(Purpose.CONFIRM, null));

    assertThat(tokens.read(text + "=", Purpose.CONFIRM)).isEmpty();
    assertThat(tokens.read(text + text, Purpose.CONFIRM)).isEmpty();
    assertThat(tokens.read(text.repeat(100), Purpose.CONFIRM)).isEmpty();
    assertThat(tokens.read(null, Purpose.CONFIRM)).isEmpty();
  }

  @Test
  void aSecretThatCouldBeGuessedIsRefused() {
    assertThatThrownBy(() -> at(NOW, "changeme"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl rand")
        .hasMessageNotContaining("changeme");
  }

  @Test
  void hashesDependOnTheSecret() {
    assertThat(tokens.hash("a")).isEqualTo(tokens.hash("a")).isNotEqualTo(tokens.hash("b"));
    assertThat(at(NOW, OTHER).hash("a")).isNotEqualTo(tokens.hash("a"));
  }
}
