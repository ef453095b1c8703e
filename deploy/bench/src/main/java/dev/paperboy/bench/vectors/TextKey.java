package dev.paperboy.bench.vectors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 128 bits of a text's SHA-256. */
record TextKey(long high, long low) {
  static final int BYTES = 2 * Long.BYTES;

  static TextKey of(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return from(ByteBuffer.wrap(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static TextKey from(ByteBuffer in) {
    return new TextKey(in.getLong(), in.getLong());
  }

  void to(ByteBuffer out) {
    out.putLong(high).putLong(low);
  }
}
