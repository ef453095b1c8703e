package dev.paperboy.ingest.arxiv;

import dev.paperboy.ingest.http.PoliteClient;
import java.io.IOException;
import java.net.URI;

/** Asks arXiv's OAI-PMH server. */
final class OaiClient {
  private final URI server;
  private final PoliteClient http;

  OaiClient(URI server, PoliteClient http) {
    this.server = server;
    this.http = http;
  }

  /**
   * Sends a request and reads the answer.
   *
   * @param query the request's arguments, URL-encoded
   * @throws IOException where no usable answer came; the message is for the operator
   */
  OaiResponse get(String query) throws IOException {
    return http.get(
        new PoliteClient.Question(URI.create(server + "?" + query), "xml"), OaiParser::parse);
  }
}
