package dev.paperboy.events;

/** A topic exists with another policy than its producer declares; the message says what to do. */
public class TopicPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TopicPolicyException(String message) {
    super(message);
  }
}
