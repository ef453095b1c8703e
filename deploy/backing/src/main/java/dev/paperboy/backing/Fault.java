package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.UnaryOperator;

/** What {@link FakeArxiv} does with one request instead of answering it well. */
public sealed interface Fault {
  /** None: the true answer, before a fault that a later request shall meet. */
  record None() implements Fault {}

  /** An HTTP status with headers. */
  record Status(int code, Map<String, String> headers, String body) implements Fault {}

  /** The true answer, cut off in its middle, with the length of what is left. */
  record CutOff() implements Fault {}

  /** The OAI-PMH error of that code. */
  record OaiError(String code) implements Fault {}

  /** No answer at all, until the server is closed. */
  record Silence() implements Fault {}

  /**
   * The true answer, changed, with status 200 and not compressed.
   *
   * @param change makes the body out of the true one
   * @param headers beside the usual type of OAI-PMH, or instead of it
   * @param sending what comes of it
   */
  record Changed(UnaryOperator<byte[]> change, Map<String, String> headers, Sending sending)
      implements Fault {}

  /** How much of a body is sent. */
  enum Sending {
    WHOLE,
    /** A half, where the length of the whole was promised; then the connection ends. */
    HALF,
    /** A half, and then nothing more until the server is closed. */
    STOPS
  }

  /** Changes the answer's text. */
  static Fault text(UnaryOperator<String> change) {
    return new Changed(
        body -> change.apply(new String(body, UTF_8)).getBytes(UTF_8), Map.of(), Sending.WHOLE);
  }

  /** The true answer, of which not all comes. */
  static Fault sent(Sending sending) {
    return new Changed(UnaryOperator.identity(), Map.of(), sending);
  }

  /** 503 with Retry-After and a page for people, as arXiv answers who asks too fast. */
  static Fault busy(int seconds) {
    return new Status(
        503,
        Map.of(
            "Retry-After", Integer.toString(seconds), "Content-Type", "text/html; charset=utf-8"),
        """
        <!DOCTYPE html>
        <html><head><title>503 Service Unavailable</title></head>
        <body><h1>Retry after %d seconds</h1></body></html>
        """
            .formatted(seconds));
  }
}
