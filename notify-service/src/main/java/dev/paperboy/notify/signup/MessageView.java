package dev.paperboy.notify.signup;

import java.util.List;

/**
 * A page with something to say, perhaps a button, perhaps a link.
 *
 * @param wishes a list below the lines; empty for none
 * @param post where the button posts to; null for no button
 * @param href where the link leads; null for no link
 */
public record MessageView(
    String heading,
    List<String> lines,
    List<String> wishes,
    String post,
    String button,
    String href,
    String link) {
  static MessageView of(String heading, String... lines) {
    return new MessageView(heading, List.of(lines), List.of(), null, null, null, null);
  }

  MessageView withWishes(List<String> list) {
    return new MessageView(heading, lines, list, post, button, href, link);
  }

  MessageView withButton(String where, String words) {
    return new MessageView(heading, lines, wishes, where, words, href, link);
  }

  MessageView withLink(String where, String words) {
    return new MessageView(heading, lines, wishes, post, button, where, words);
  }
}
