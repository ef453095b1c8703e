package dev.paperboy.ingest.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jboss.logging.Logger;

/**
 * Asks a server politely: one request at a time under the limit, never faster than the server asks
 * for, never to another host, never more than an honest answer holds.
 */
public final class PoliteClient {
  private static final Logger LOG = Logger.getLogger(PoliteClient.class);
  private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
  private static final int TRIES = 5;
  private static final int OK = 200;
  private static final int HUNDRED = 100;
  private static final int REDIRECTED = 3;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final String AGENT = "Paperboy/0.1 (self-hosted digest of new papers)";

  private final RequestLimit limit;
  private final Patience patience;
  private final Clock clock = Clock.systemUTC();
  private final HttpClient http;

  public PoliteClient(RequestLimit limit) {
    this(limit, Patience.USUAL);
  }

  public PoliteClient(RequestLimit limit, Patience patience) {
    this.limit = limit;
    this.patience = patience;
    // Redirects are not followed: what we ask is what we read.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * What to ask, and what may come back.
   *
   * @param type part of the content type that the answer must have: xml or json
   * @param headers further request headers
   * @param alsoRead statuses beside 200 whose body says something
   * @param json sent by POST; null for GET. What is asked so must change nothing: it may be sent
   *     again
   */
  public record Question(
      URI uri, String type, Map<String, String> headers, Set<Integer> alsoRead, String json) {
    public Question(URI uri, String type, Map<String, String> headers, Set<Integer> alsoRead) {
      this(uri, type, headers, alsoRead, null);
    }

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
  public <T> T ask(Question question, Reader<T> reader) throws IOException {
    String host = question.uri().getHost();
    try {
      for (int attempt = 1; ; attempt++) {
        HttpResponse<InputStream> response = send(request(question));
        try (InputStream body = response.body()) {
          if (isToWait(response.statusCode())) {
            Duration wait =
                RetryAfter.read(
                    response.headers().firstValue("Retry-After").orElse(null),
                    response.headers().firstValue("Date").orElse(null),
                    clock.instant(),
                    patience.pause());
            limit.pause(wait);
            if (attempt == TRIES) {
              throw new IOException(
                  "HTTP %d %d times from %s; it asks for patience and is asked again%s"
                      .formatted(
                          response.statusCode(),
                          TRIES,
                          host,
                          wait.isZero() ? "" : " after " + wait.toSeconds() + " s"));
            }
            continue;
          }
          return read(checked(question, response, body), reader, body, host);
        }
      }
    } catch (HttpConnectTimeoutException e) {
      throw new IOException(
          "no connection to %s within %d s: is this machine online, or behind a proxy?"
              .formatted(host, patience.connect().toSeconds()),
          e);
    } catch (HttpTimeoutException e) {
      throw new IOException(
          "no answer from %s within %d s; it is asked again"
              .formatted(host, patience.answer().toSeconds()),
          e);
    } catch (ConnectException e) {
      throw new IOException(unreachable(host, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while asking " + host, e);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request)
      throws IOException, InterruptedException {
    RequestLimit.Start start = limit.await();
    CompletableFuture<HttpResponse<InputStream>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      HttpResponse<InputStream> response = answer.get();
      answered(start, response);
      return response;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("the request failed: " + e.getCause(), e);
    } finally {
      // Where we were stopped nobody waits for the answer any more.
      answer.cancel(true);
    }
  }

  private void answered(RequestLimit.Start start, HttpResponse<InputStream> response) {
    try {
      limit.answered(start);
    } catch (RuntimeException e) {
      // The database was stopped, and nobody reads the answer.
      close(response.body());
      throw e;
    }
  }

  /**
   * The client's own time-out ends with the headers: a body that stops would be awaited for ever.
   */
  private <T> T read(InputStream checked, Reader<T> reader, InputStream body, String host)
      throws IOException {
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, patience.body().toMillis(), TimeUnit.MILLISECONDS);
    late.thenRun(() -> close(body));
    try {
      return reader.read(checked);
    } catch (IOException | RuntimeException e) {
      if (late.getNow(false)) {
        throw new IOException(
            "the answer of %s was not complete after %d s"
                .formatted(host, patience.body().toSeconds()),
            e);
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

  private HttpRequest request(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(question.uri())
            .timeout(patience.answer())
            .header("User-Agent", AGENT)
            .header("Accept-Encoding", "gzip");
    question.headers().forEach(request::header);
    if (question.json() != null) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(question.json()));
    }
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
      throw new IOException(
          "HTTP %d from %s: %s".formatted(status, host, meaning(status, response)));
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
    InputStream wire =
        new CappedStream(
            body, LARGEST_ANSWER, "the answer broke off before its end; it is asked for again");
    return gzip ? unpacked(wire) : wire;
  }

  private static InputStream unpacked(InputStream wire) throws IOException {
    String broken = "the answer can't be unpacked or was cut off; it is asked for again";
    try {
      return new CappedStream(new GZIPInputStream(wire), LARGEST_ANSWER, broken);
    } catch (ZipException | EOFException e) {
      throw new IOException(broken + " (" + e.getMessage() + ")", e);
    }
  }

  /** What the operator can do about it, if anything. */
  private static String meaning(int status, HttpResponse<?> response) {
    if (status >= SERVER_ERROR) {
      return "the server has trouble; it is asked again";
    }
    if (status / HUNDRED == REDIRECTED) {
      return "it has moved to «%s»; redirects are not followed: set the new address"
          .formatted(response.headers().firstValue("Location").orElse("?"));
    }
    return switch (status) {
      case 401, 403, 407 -> "it refuses us; is a proxy, a key or a block in the way?";
      case 404, 410 -> "it has no such page; is the address in the settings right?";
      default -> "it does not take the question";
    };
  }
}
