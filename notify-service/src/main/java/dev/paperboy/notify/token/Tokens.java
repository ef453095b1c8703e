package dev.paperboy.notify.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads tokens: a few bytes signed with HMAC-SHA256, in base64url.
 *
 * <p>{@code purpose 1 | key id 4 | subscriber 16 | generation 4 | subject 16 | expiry 8 | MAC 32}.
 * The MAC covers all before it, so that a token of one purpose is none of another. A token signed
 * with a former secret is still read.
 */
public final class Tokens {
  /** Shorter secrets can be guessed. */
  public static final int SHORTEST_SECRET = 32;

  private static final int BODY = 1 + 4 + 16 + 4 + 16 + 8;
  private static final int MAC = 32;
  private static final int LENGTH = (BODY + MAC) * 4 / 3;

  private final List<Key> keys;
  private final Clock clock;

  private record Key(int id, SecretKeySpec secret) {}

  /**
   * @param secrets the current one, then former ones
   * @param clock real time: a link runs out by it whatever the business clock says
   * @throws IllegalArgumentException where a secret is too short
   */
  public Tokens(List<String> secrets, Clock clock) {
    this.keys = secrets.stream().map(Tokens::key).toList();
    this.clock = clock;
  }

  /** The token in writing, {@value #LENGTH} characters that need no escaping in a URL. */
  public String write(Token token) {
    Key key = keys.getFirst();
    ByteBuffer bytes = ByteBuffer.allocate(BODY + MAC);
    bytes.put(token.purpose().code()).putInt(key.id());
    put(bytes, token.subscriber());
    bytes.putInt(token.generation());
    put(bytes, token.subject());
    bytes.putLong(token.expires() == null ? 0 : token.expires().getEpochSecond());
    bytes.put(mac(key, Arrays.copyOf(bytes.array(), BODY)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** What a token says; empty unless it is ours, of that purpose, and not run out. */
  public Optional<Token> read(String text, Purpose purpose) {
    if (text == null || text.length() > 2 * LENGTH) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    // Written back, so that no second spelling of a token is one.
    if (bytes.length != BODY + MAC
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.wrap(bytes, 0, BODY);
    byte code = body.get();
    int keyId = body.getInt();
    byte[] signed = Arrays.copyOf(bytes, BODY);
    byte[] claimed = Arrays.copyOfRange(bytes, BODY, BODY + MAC);
    boolean ours =
        keys.stream()
            .anyMatch(key -> key.id() == keyId && MessageDigest.isEqual(mac(key, signed), claimed));
    if (!ours || code != purpose.code()) {
      return Optional.empty();
    }
    UUID subscriber = new UUID(body.getLong(), body.getLong());
    int generation = body.getInt();
    UUID subject = new UUID(body.getLong(), body.getLong());
    long seconds = body.getLong();
    Instant expires = seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    return expires != null && !clock.instant().isBefore(expires)
        ? Optional.empty()
        : Optional.of(new Token(purpose, subscriber, generation, subject, expires));
  }

  /** A keyed hash, to count by something without storing it. */
  public String hash(String text) {
    byte[] mac = mac(keys.getFirst(), ("hash\n" + text).getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, 16));
  }

  private static Key key(String secret) {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "paperboy.secret has "
              + secret.length()
              + " characters; it needs "
              + SHORTEST_SECRET
              + " or more, random, such as from: openssl rand -hex 32");
    }
    try {
      byte[] id =
          MessageDigest.getInstance("SHA-256").digest(("key id\n" + secret).getBytes(UTF_8));
      return new Key(
          ByteBuffer.wrap(id).getInt(), new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] mac(Key key, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.secret());
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static void put(ByteBuffer bytes, UUID id) {
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
