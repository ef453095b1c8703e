package dev.paperboy.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The CloudEvents id of a row's version: the same event published twice has the same id. */
public final class EventId {
  private EventId() {}

  /**
   * Half a SHA-256 of key and version, in hex: 32 characters.
   *
   * @param key the event's key
   * @param seq the row version
   */
  public static String of(String key, long seq) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest((key + "\n" + seq).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
