package dev.paperboy.notify.mail;

import java.util.Map;

/**
 * A mail's contents.
 *
 * @param subject one line
 * @param html a whole document
 * @param text the same to read without HTML
 * @param headers further header fields by name
 */
public record Letter(String subject, String html, String text, Map<String, String> headers) {
  public Letter {
    HeaderText.check("Subject", subject);
    headers = Map.copyOf(headers);
    headers.forEach(HeaderText::check);
  }
}
