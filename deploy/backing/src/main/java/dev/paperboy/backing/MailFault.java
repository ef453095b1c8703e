package dev.paperboy.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * An order to the mail server to refuse, kept as a file in the inbox so that any process or class
 * loader can give it.
 *
 * @param command RCPT or DATA: where it refuses; empty for no fault
 * @param text the reply, such as {@code 451 try later} or {@code 550 no such mailbox}
 */
public record MailFault(String command, String text) {
  static final String FILE = "refuse";
  private static final MailFault NONE = new MailFault("", "");

  /** The server refuses every recipient, or every message after its last dot, with that reply. */
  public static void set(MailInbox inbox, String command, String reply) throws IOException {
    if (!reply.matches("[45]\\d\\d [ -~]+") || !command.matches("RCPT|DATA")) {
      throw new IllegalArgumentException("not a refusal: " + command + " " + reply);
    }
    Files.writeString(inbox.directory().resolve(FILE), command + " " + reply);
  }

  /** The server accepts again. */
  public static void clear(MailInbox inbox) throws IOException {
    Files.deleteIfExists(inbox.directory().resolve(FILE));
  }

  static MailFault in(MailInbox inbox) {
    Path file = inbox.directory().resolve(FILE);
    try {
      String[] words = Files.readString(file).split(" ", 2);
      return words.length == 2 ? new MailFault(words[0], words[1]) : NONE;
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException e) {
      return new MailFault("DATA", "451 the inbox cannot be read");
    }
  }

  /** The refusal at that command, or null to go on, as GreenMail wants it. */
  String reply(String at) {
    return command.equals(at) ? text : null;
  }
}
