package dev.paperboy.ingest.arxiv;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Asks arXiv's OAI-PMH server, politely: one request at a time under the limit, never faster than
 * the server asks for, never to another host.
 */
final class OaiClient {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
  private static final int TRIES = 5;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final String AGENT = "Paperboy/0.1 (self-hosted digest of new papers)";

  private final URI server;
  private final RequestLimit limit;
  private final Clock clock = Clock.systemUTC();
  // Redirects are not followed: what we ask is what we read.
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  OaiClient(URI server, RequestLimit limit) {
    this.server = server;
    this.limit = limit;
  }

  /**
   * Sends a request and reads the answer; waits and tries again where the server asks to.
   *
   * @param query the request's arguments, URL-encoded
   * @throws IOException where no usable answer came; the message is for the operator
   */
  OaiResponse get(String query) throws IOException {
    try {
      for (int attempt = 1; ; attempt++) {
        limit.await();
        HttpResponse<InputStream> response =
            http.send(
                HttpRequest.newBuilder(URI.create(server + "?" + query))
                    .timeout(ANSWER)
                    .header("User-Agent", AGENT)
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
          if (isToWait(response.statusCode())) {
            Duration wait =
                RetryAfter.read(
                    response.headers().firstValue("Retry-After").orElse(null), clock.instant());
            limit.pause(wait);
            if (attempt == TRIES) {
              throw new IOException(
                  "HTTP %d %d times from %s; it asks to wait %d s"
                      .formatted(response.statusCode(), TRIES, server.getHost(), wait.toSeconds()));
            }
            continue;
          }
          return parsed(response, body);
        }
      }
    } catch (HttpTimeoutException e) {
      throw new IOException("no answer in time from " + server.getHost(), e);
    } catch (ConnectException e) {
      throw new IOException(unreachable(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while asking " + server.getHost(), e);
    }
  }

  private String unreachable(ConnectException e) {
    boolean unresolved =
        e.getCause() instanceof ConnectException inner
                && inner.getCause() instanceof UnresolvedAddressException
            || e.getCause() instanceof UnresolvedAddressException;
    return unresolved
        ? "the name " + server.getHost() + " can't be resolved: is this machine online?"
        : "no connection to " + server.getHost() + ": is this machine online, or behind a proxy?";
  }

  private static boolean isToWait(int status) {
    return status == UNAVAILABLE || status == TOO_MANY_REQUESTS;
  }

  private OaiResponse parsed(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException("HTTP " + response.statusCode() + " from " + server.getHost());
    }
    String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.contains("xml")) {
      throw new IOException(
          "%s answered with «%s» where XML was asked for; an error page or a proxy?"
              .formatted(server.getHost(), type));
    }
    boolean gzip =
        response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    // Capped twice: what comes over the wire, and what comes out of it.
    InputStream wire = new CappedStream(body, LARGEST_ANSWER);
    return OaiParser.parse(
        gzip ? new CappedStream(new GZIPInputStream(wire), LARGEST_ANSWER) : wire);
  }
}
