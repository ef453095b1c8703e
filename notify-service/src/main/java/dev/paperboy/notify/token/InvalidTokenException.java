package dev.paperboy.notify.token;

/** A link that can't be honoured; the message tells the reader what to do. */
public class InvalidTokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidTokenException(String message) {
    super(message);
  }
}
