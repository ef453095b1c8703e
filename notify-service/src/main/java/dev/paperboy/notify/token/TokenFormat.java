package dev.paperboy.notify.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links that carry their own authority: key id, purpose, subscriber, generation, expiry and item,
 * under an HMAC-SHA-256 (RFC 2104) cut to 128 bits, in base64url.
 *
 * <p>Life is counted on the real clock.
 */
public final class TokenFormat {
  private static final int SHORTEST_SECRET = 32;
  private static final int MAC_BYTES = 16;
  private static final int BODY_BYTES = 1 + 1 + 16 + 4 + 8 + 16;
  private static final UUID NO_ITEM = new UUID(0, 0);

  private final byte keyId;
  private final SecretKeySpec key;
  private final Clock clock;

  /**
   * @param secret at least 32 characters
   * @param clock the real clock
   */
  public TokenFormat(String secret, Clock clock) {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "paperboy.secret has %d characters; give it %d random ones or more, such as from «openssl rand -hex 32»"
              .formatted(secret.length(), SHORTEST_SECRET));
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.keyId = mac(new byte[] {'i', 'd'})[0];
    this.clock = clock;
  }

  /** The text of a token; {@code life} and {@code item} may be null. */
  String issue(Purpose purpose, UUID subscriber, int generation, UUID item, Duration life) {
    UUID about = item == null ? NO_ITEM : item;
    byte[] body =
        ByteBuffer.allocate(BODY_BYTES)
            .put(keyId)
            .put((byte) purpose.ordinal())
            .putLong(subscriber.getMostSignificantBits())
            .putLong(subscriber.getLeastSignificantBits())
            .putInt(generation)
            .putLong(life == null ? 0 : clock.instant().plus(life).getEpochSecond())
            .putLong(about.getMostSignificantBits())
            .putLong(about.getLeastSignificantBits())
            .array();
    byte[] token = Arrays.copyOf(body, BODY_BYTES + MAC_BYTES);
    System.arraycopy(mac(body), 0, token, BODY_BYTES, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Reads a token that was made for {@code purpose}.
   *
   * @throws InvalidTokenException where it is none, was made by another key or for something else,
   *     or has expired
   */
  Token verify(Purpose purpose, String text) {
    byte[] token = decode(text);
    byte[] body = Arrays.copyOf(token, BODY_BYTES);
    byte[] mac = Arrays.copyOfRange(token, BODY_BYTES, BODY_BYTES + MAC_BYTES);
    ByteBuffer in = ByteBuffer.wrap(body);
    boolean ours = in.get() == keyId;
    // Compared in constant time, so that a forger learns nothing from how long it took.
    if (!MessageDigest.isEqual(mac, Arrays.copyOf(mac(body), MAC_BYTES))
        || !ours
        || in.get() != purpose.ordinal()) {
      throw broken();
    }
    UUID subscriber = new UUID(in.getLong(), in.getLong());
    int generation = in.getInt();
    long expires = in.getLong();
    UUID item = new UUID(in.getLong(), in.getLong());
    Instant end = expires == 0 ? null : Instant.ofEpochSecond(expires);
    if (end != null && !clock.instant().isBefore(end)) {
      throw new InvalidTokenException("This link has expired. Ask for a new one.");
    }
    return new Token(purpose, subscriber, generation, item.equals(NO_ITEM) ? null : item, end);
  }

  private static byte[] decode(String text) {
    try {
      byte[] token = Base64.getUrlDecoder().decode(text);
      if (token.length == BODY_BYTES + MAC_BYTES) {
        return token;
      }
    } catch (IllegalArgumentException e) {
      // Not base64url: as good as any other broken link.
    }
    throw broken();
  }

  private static InvalidTokenException broken() {
    return new InvalidTokenException(
        "This link is incomplete or was changed on its way. Copy it whole from the mail, or ask for a new one.");
  }

  private byte[] mac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
