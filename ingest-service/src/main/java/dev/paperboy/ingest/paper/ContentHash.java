package dev.paperboy.ingest.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A fingerprint of everything that a reader could see change; the date of reading is not part of
 * it.
 */
final class ContentHash {
  private ContentHash() {}

  /** SHA-256 over the paper's fields, each led by its length so that none can run into the next. */
  static byte[] of(Paper paper) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, paper.title());
      add(digest, paper.abstractText());
      add(digest, String.join("\n", paper.names()));
      add(digest, String.join(" ", paper.categories()));
      add(digest, paper.comments());
      add(digest, paper.journalRef());
      add(digest, paper.doi());
      add(digest, paper.license());
      add(digest, paper.version() == null ? null : paper.version().toString());
      add(digest, Boolean.toString(paper.withdrawn()));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field == null ? new byte[0] : field.getBytes(UTF_8);
    digest.update(((field == null ? -1 : bytes.length) + ":").getBytes(UTF_8));
    digest.update(bytes);
  }
}
