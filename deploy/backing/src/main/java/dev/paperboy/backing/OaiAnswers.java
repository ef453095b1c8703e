package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What a fake OAI-PMH server has to say; thread-safe. */
interface OaiAnswers {
  /** The whole answer to a request with these arguments; errors are answers too. */
  byte[] to(Map<String, String> arguments);

  /** The server's midnight: no token given out so far is taken any more. */
  void expireTokens();

  /**
   * A document as OAI-PMH frames it.
   *
   * @param content XML inside the root, behind date and request
   */
  static byte[] document(String content) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
            + "<responseDate>"
            + Instant.now().truncatedTo(ChronoUnit.SECONDS)
            + "</responseDate>\n<request verb=\"ListRecords\">http://export.arxiv.org/oai2</request>\n"
            + content
            + "\n</OAI-PMH>\n")
        .getBytes(UTF_8);
  }

  /** An OAI-PMH error; arXiv sends it with HTTP 200. */
  static byte[] error(String code, String text) {
    return document("<error code=\"%s\">%s</error>".formatted(code, text));
  }
}
