package dev.paperboy.notify.token;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a token says.
 *
 * @param subscriber whom it is for
 * @param generation of the subscriber when it was made; the user of the token compares
 * @param subject what it is about, such as a digest
 * @param expires in whole seconds; null for never
 */
public record Token(
    Purpose purpose, UUID subscriber, int generation, UUID subject, Instant expires) {
  /** The id of nobody and nothing. */
  public static final UUID NONE = new UUID(0, 0);

  public Token {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(subscriber, "subscriber");
    Objects.requireNonNull(subject, "subject");
  }
}
