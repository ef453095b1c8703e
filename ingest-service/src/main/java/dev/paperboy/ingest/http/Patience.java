package dev.paperboy.ingest.http;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect for a connection
 * @param answer from the request to the head of its answer
 * @param body from a body's first byte to its last: arXiv sends some two megabytes a page, and a
 *     slow line is no reason to give up, a dead one is
 * @param pause before asking again where the server is busy and does not say how long
 */
public record Patience(Duration connect, Duration answer, Duration body, Duration pause) {
  /** What suits a home line and arXiv. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30));
}
