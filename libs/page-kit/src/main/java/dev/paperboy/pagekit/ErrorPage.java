package dev.paperboy.pagekit;

import java.util.Locale;

/**
 * What a reader is told when something is not as they expect.
 *
 * @param status HTTP status
 * @param title short
 * @param text one or two sentences, with what to do next
 * @param reference finds the log line of an unexpected error; null for the expected ones
 */
public record ErrorPage(int status, String title, String text, String reference) {
  /**
   * The page of a status.
   *
   * @param message from the endpoint, meant for the reader; null for the usual words. Never shown
   *     with 5xx, where it may tell of our insides
   */
  public static ErrorPage of(int status, String message, String reference) {
    String said = isForReaders(message) ? message : null;
    return switch (status) {
      case 400 ->
          page(
              status,
              "We could not read that",
              said,
              "Something in the request is missing or malformed.");
      case 403 -> page(status, "Not from here", said, "This request is not allowed.");
      case 404 ->
          page(
              status,
              "No such page",
              said,
              "There is nothing at this address. It may have moved, or the link was cut short.");
      case 405 ->
          page(status, "Not that way", said, "This address does not take that kind of request.");
      case 410 -> page(status, "No longer here", said, "This link has been used or has run out.");
      case 413 -> page(status, "Too much at once", said, "What you sent is larger than we take.");
      case 429 ->
          page(
              status,
              "A little too fast",
              said,
              "Too many requests came from your address. Please wait a minute and try again.");
      case 503 ->
          new ErrorPage(
              status,
              "Back in a moment",
              "A part of Paperboy is starting or resting. Please try again in a minute.",
              reference);
      default ->
          status >= 500
              ? new ErrorPage(
                  status,
                  "That was our fault",
                  "Something went wrong on our side, and it has been noted. Please try again in a minute.",
                  reference)
              : page(status, "That did not work", said, "The request could not be answered.");
    };
  }

  /** Not the words that the framework puts into exceptions of its own. */
  private static boolean isForReaders(String message) {
    return message != null && !message.startsWith("HTTP ") && !message.startsWith("Unable to ");
  }

  private static ErrorPage page(int status, String title, String said, String usual) {
    return new ErrorPage(status, title, said == null ? usual : said, null);
  }

  /** Whether the one who asked reads JSON rather than pages. */
  static boolean wantsJson(String path, String accept) {
    if (path != null && (path.equals("/api") || path.startsWith("/api/"))) {
      return true;
    }
    String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
    return types.contains("json") && !types.contains("text/html");
  }

  /** The same for programs. */
  Problem asProblem() {
    return new Problem(status, title, text, null, null, reference);
  }
}
