package dev.paperboy.notify.mail;

import java.util.regex.Pattern;

/**
 * How an attempt to hand a mail to the server ended.
 *
 * @param reply what the server said last, or what broke; one line, no address
 */
record Delivery(Outcome outcome, String reply) {
  /** What it means for the mail. */
  enum Outcome {
    /** The server has it. */
    SENT,
    /** No connection to the server, or no login: nothing to do with the mail. */
    NO_LINE,
    /** The server does not have it; later it may. */
    LATER,
    /** The server will not have it. */
    REFUSED,
    /** There is no such mailbox. */
    NO_MAILBOX,
    /** The server may have it: the connection broke after the final dot. */
    UNCERTAIN
  }

  /** How far the conversation had come. */
  enum Stage {
    /** Greeting, TLS, login, sender: the mail is not at fault. */
    ENVELOPE,
    RECIPIENT,
    /** Up to the final dot, which had not been sent. */
    DATA,
    /** The final dot was sent. */
    AFTER_DOT
  }

  private static final Pattern NO_SUCH_MAILBOX =
      Pattern.compile("5\\d\\d[ -]5\\.(1\\.([1-6]|10)|2\\.1)\\b.*", Pattern.DOTALL);

  /** Login missing, relaying denied, our own address refused: all for the operator to mend. */
  private static final Pattern OUR_FAULT =
      Pattern.compile(
          "530\\b.*|5\\d\\d[ -]5\\.1\\.[78]\\b.*|.*\\brelay(ing|ed)?\\b.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern ENHANCED = Pattern.compile("\\d{3}[ -]\\d\\.\\d.*", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");
  private static final int LONGEST_REPLY = 300;

  Delivery {
    String line = ADDRESS.matcher(reply == null ? "" : reply).replaceAll("…");
    line = line.replaceAll("\\p{Cntrl}+", " ").strip();
    reply = line.substring(0, Math.min(LONGEST_REPLY, line.length()));
  }

  static Delivery sent(String reply) {
    return new Delivery(Outcome.SENT, reply);
  }

  static Delivery noLine(String what) {
    return new Delivery(Outcome.NO_LINE, what);
  }

  /** The server answered with a code of three digits, 400 or more. */
  static Delivery answered(Stage stage, int code, String reply) {
    // Refused before it came to the recipient, it is our account or our address that is wrong.
    if (code < 500
        || stage == Stage.ENVELOPE
        || reply != null && OUR_FAULT.matcher(reply).matches()) {
      return new Delivery(Outcome.LATER, reply);
    }
    return new Delivery(
        isMailboxMissing(stage, code, reply) ? Outcome.NO_MAILBOX : Outcome.REFUSED, reply);
  }

  /** The connection broke, or nobody answered in time. */
  static Delivery lost(Stage stage, String what) {
    return new Delivery(stage == Stage.AFTER_DOT ? Outcome.UNCERTAIN : Outcome.LATER, what);
  }

  /**
   * Enhanced codes (RFC 3463) tell: 5.1.x and 5.2.1 are of the mailbox, 5.7.x is policy. Without
   * one, 550, 551 and 553 of a recipient mean the mailbox.
   */
  private static boolean isMailboxMissing(Stage stage, int code, String reply) {
    if (reply != null && ENHANCED.matcher(reply).matches()) {
      return NO_SUCH_MAILBOX.matcher(reply).matches();
    }
    return stage == Stage.RECIPIENT && (code == 550 || code == 551 || code == 553);
  }
}
