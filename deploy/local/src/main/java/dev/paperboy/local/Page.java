package dev.paperboy.local;

import java.nio.charset.StandardCharsets;

/**
 * An answer of the launcher itself.
 *
 * @param policy its Content-Security-Policy
 */
record Page(int status, String type, String policy, byte[] body) {
  private static final String OWN_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** A page in the site's look. {@code content} is HTML; {@code title} is text. */
  static Page html(int status, String title, String content) {
    String page =
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>%s · Paperboy</title>
          <link rel="icon" type="image/svg+xml" href="/static/favicon.svg">
          <link rel="stylesheet" href="/inbox/inbox.css">
          <link rel="stylesheet" href="/static/paperboy.css">
        </head>
        <body>
          <header class="top">
            <div class="frame">
              <a class="wordmark" href="/"><span>Paperboy</span></a>
              <nav aria-label="Main"><ul>
                <li><a href="/">Trending</a></li>
                <li><a href="/subscribe">Subscribe</a></li>
                <li><a href="/inbox">Inbox</a></li>
              </ul></nav>
            </div>
          </header>
          <main id="content" class="frame">
        %s
          </main>
        </body>
        </html>
        """
            .formatted(escape(title), content);
    return new Page(
        status, "text/html; charset=utf-8", OWN_POLICY, page.getBytes(StandardCharsets.UTF_8));
  }

  /** A service does not answer; the browser tries again by itself. */
  static Page notThere(String part) {
    return html(
        503,
        "One moment",
        """
            <section class="message">
              <p class="message-code">503</p>
              <h1>One moment, please</h1>
              <p>The part of Paperboy that shows this page (%s) is starting or being restarted.
              Try again in a few seconds; nothing you did is lost.</p>
            </section>\
        """
            .formatted(escape(part)));
  }

  /** A short refusal. */
  static Page refusal(int status, String title, String text) {
    return html(
        status,
        title,
        "<section class=\"message\"><p class=\"message-code\">%d</p><h1>%s</h1><p>%s</p></section>"
            .formatted(status, escape(title), escape(text)));
  }

  /** Text for HTML, in elements and in quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
