package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * An OAI-PMH server on loopback that behaves like arXiv's: lists by day in pages with resumption
 * tokens that die at midnight, errors with HTTP 200, deleted records, 503 with Retry-After, answers
 * that are cut off.
 *
 * <p>It notes when each request started, of all its clients: one that is killed and started again
 * has its gaps counted over the kill.
 */
public final class FakeArxiv implements AutoCloseable {
  /** What to do with one request instead of answering it. */
  public sealed interface Fault {
    /** An HTTP status with headers. */
    record Status(int code, Map<String, String> headers, String body) implements Fault {}

    /** The true answer, cut off in its middle. */
    record CutOff() implements Fault {}

    /** The OAI-PMH error of that code. */
    record OaiError(String code) implements Fault {}

    /** 503 with Retry-After and a page for people, as arXiv answers who asks too fast. */
    static Fault busy(int seconds) {
      return new Status(
          503,
          Map.of(
              "Retry-After", Integer.toString(seconds), "Content-Type", "text/html; charset=utf-8"),
          """
          <!DOCTYPE html>
          <html><head><title>503 Service Unavailable</title></head>
          <body><h1>Retry after %d seconds</h1></body></html>
          """
              .formatted(seconds));
    }
  }

  private record Request(long startedNanos, String query) {}

  private final HttpServer server;
  private final List<Request> requests = new ArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private OaiAnswers answers;

  private FakeArxiv(HttpServer server, OaiAnswers answers) {
    this.server = server;
    this.answers = answers;
  }

  /**
   * Serves ListRecords answers as they are, whatever days are asked for.
   *
   * @param pages whole answers in order; each but the last holds a resumption token
   */
  public static FakeArxiv serving(List<byte[]> pages) throws IOException {
    return start(new WholePages(pages));
  }

  /**
   * Serves the records of a directory's files, in lists by the days asked for, cut into pages.
   *
   * @param directory with {@code *.xml} or {@code *.xml.gz}: ListRecords answers as recorded, or
   *     nothing but {@code <record>} elements
   * @param pageSize records in a page; arXiv's have 1,000 or more
   * @throws IOException where there are none
   */
  public static FakeArxiv recorded(Path directory, int pageSize) throws IOException {
    return start(RecordedList.in(directory, pageSize));
  }

  private static FakeArxiv start(OaiAnswers answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeArxiv fake = new FakeArxiv(server, answers);
    server.createContext("/oai", fake::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return fake;
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oai");
  }

  /** Serves other answers from now on. */
  public synchronized void serve(List<byte[]> pages) {
    answers = new WholePages(pages);
  }

  /**
   * Adds records to those of {@link #recorded}; one with a known identifier takes the former's
   * place. Lists already begun go on as they were.
   *
   * @param xml {@code <record>} elements; a deleted one is a header with {@code status="deleted"}
   */
  public synchronized void put(String xml) {
    if (!(answers instanceof RecordedList list)) {
      throw new IllegalStateException("whole pages are served, not records");
    }
    list.put(OaiRecord.all(xml));
  }

  /** The server's midnight: tokens given out so far are answered with badResumptionToken. */
  public synchronized void expireTokens() {
    answers.expireTokens();
  }

  /** The next requests meet these faults, in order. */
  public synchronized void fail(Fault... next) {
    faults.addAll(Arrays.asList(next));
  }

  /** The queries so far. */
  public synchronized List<String> queries() {
    return requests.stream().map(Request::query).toList();
  }

  /** Milliseconds between the starts of successive requests. */
  public synchronized List<Long> gapsMillis() {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < requests.size(); i++) {
      gaps.add((requests.get(i).startedNanos() - requests.get(i - 1).startedNanos()) / 1_000_000);
    }
    return gaps;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    try (exchange) {
      Fault fault;
      byte[] answer;
      synchronized (this) {
        requests.add(new Request(System.nanoTime(), query));
        fault = faults.poll();
        answer = answers.to(arguments(query));
      }
      switch (fault) {
        case null -> send(exchange, gzip(answer));
        case Fault.Status status -> {
          status.headers().forEach(exchange.getResponseHeaders()::set);
          byte[] body = status.body().getBytes(UTF_8);
          exchange.sendResponseHeaders(status.code(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        }
        case Fault.CutOff cut -> {
          byte[] whole = gzip(answer);
          send(exchange, Arrays.copyOf(whole, whole.length / 2));
        }
        case Fault.OaiError error ->
            send(exchange, gzip(OaiAnswers.error(error.code(), "as told")));
      }
    }
  }

  private static void send(HttpExchange exchange, byte[] gzipped) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, gzipped.length);
    exchange.getResponseBody().write(gzipped);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> arguments(String query) {
    Map<String, String> arguments = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      arguments.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return arguments;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
