package dev.paperboy.ingest.http;

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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;

/**
 * Asks a server politely: one request at a time under the limit, never faster than the server asks
 * for, never to another host, never more than an honest answer holds.
 */
public final class PoliteClient {
  private static final Logger LOG = Logger.getLogger(PoliteClient.class);
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  // arXiv sends some two megabytes a page; a slow line is no reason to give up, a dead one is.
  private static final Duration BODY = Duration.ofMinutes(10);
  private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
  private static final int TRIES = 5;
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final String AGENT = "Paperboy/0.1 (self-hosted digest of new papers)";

  private final RequestLimit limit;
  private final Duration longest;
  private final Clock clock = Clock.systemUTC();
  // Redirects are not followed: what we ask is what we read.
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public PoliteClient(RequestLimit limit) {
    this(limit, BODY);
  }

  /**
   * @param longest how long a body may take from its first byte to its last
   */
  PoliteClient(RequestLimit limit, Duration longest) {
    this.limit = limit;
    this.longest = longest;
  }

  /**
   * What to ask, and what may come back.
   *
   * @param type part of the content type that the answer must have: xml or json
   * @param headers further request headers
   * @param alsoRead statuses beside 200 whose body says something
   */
  public record Question(URI uri, String type, Map<String, String> headers, Set<Integer> alsoRead) {
    public Question(URI uri, String type) {
      this(uri, type, Map.of(), Set.of());
    }
  }

  /** Reads an answer's body while it comes. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(InputStream body) throws IOException;
  }

  /**
   * Sends a request and reads the answer; waits and tries again where the server asks to.
   *
   * @throws IOException where no usable answer came; the message is for the operator
   */
  public <T> T get(Question question, Reader<T> reader) throws IOException {
    String host = question.uri().getHost();
    try {
      for (int attempt = 1; ; attempt++) {
        limit.await();
        HttpResponse<InputStream> response =
            http.send(request(question), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
          if (isToWait(response.statusCode())) {
            Duration wait =
                RetryAfter.read(
                    response.headers().firstValue("Retry-After").orElse(null), clock.instant());
            limit.pause(wait);
            if (attempt == TRIES) {
              throw new IOException(
                  "HTTP %d %d times from %s; it asks to wait %d s"
                      .formatted(response.statusCode(), TRIES, host, wait.toSeconds()));
            }
            continue;
          }
          return read(checked(question, response, body), reader, body, host);
        }
      }
    } catch (HttpTimeoutException e) {
      throw new IOException("no answer in time from " + host, e);
    } catch (ConnectException e) {
      throw new IOException(unreachable(host, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while asking " + host, e);
    }
  }

  /**
   * The client's own time-out ends with the headers: a body that stops would be awaited for ever.
   */
  private <T> T read(InputStream checked, Reader<T> reader, InputStream body, String host)
      throws IOException {
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS);
    late.thenRun(() -> close(body));
    try {
      return reader.read(checked);
    } catch (IOException | RuntimeException e) {
      if (late.getNow(false)) {
        throw new IOException(
            "the answer of %s was not complete after %d s".formatted(host, longest.toSeconds()), e);
      }
      throw e;
    } finally {
      late.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debugf(e, "an answer that was given up could not be closed");
    }
  }

  private static HttpRequest request(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(question.uri())
            .timeout(ANSWER)
            .header("User-Agent", AGENT)
            .header("Accept-Encoding", "gzip");
    question.headers().forEach(request::header);
    return request.build();
  }

  private static String unreachable(String host, ConnectException e) {
    boolean unresolved =
        e.getCause() instanceof ConnectException inner
                && inner.getCause() instanceof UnresolvedAddressException
            || e.getCause() instanceof UnresolvedAddressException;
    return unresolved
        ? "the name " + host + " can't be resolved: is this machine online?"
        : "no connection to " + host + ": is this machine online, or behind a proxy?";
  }

  private static boolean isToWait(int status) {
    return status == UNAVAILABLE || status == TOO_MANY_REQUESTS;
  }

  private static InputStream checked(
      Question question, HttpResponse<InputStream> response, InputStream body) throws IOException {
    int status = response.statusCode();
    String host = question.uri().getHost();
    if (status != OK && !question.alsoRead().contains(status)) {
      throw new IOException("HTTP " + status + " from " + host);
    }
    String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.contains(question.type())) {
      throw new IOException(
          "%s answered with «%s» where %s was asked for; an error page or a proxy?"
              .formatted(host, type, question.type().toUpperCase(Locale.ROOT)));
    }
    boolean gzip =
        response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    // Capped twice: what comes over the wire, and what comes out of it.
    InputStream wire = new CappedStream(body, LARGEST_ANSWER);
    return gzip ? new CappedStream(new GZIPInputStream(wire), LARGEST_ANSWER) : wire;
  }
}
