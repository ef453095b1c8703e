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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
  private static final String OAI_TYPE = "text/xml; charset=utf-8";

  private record Request(long startedNanos, String query) {}

  private final HttpServer server;
  private final List<Request> requests = new ArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
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

  /** Serves answers of one's own. */
  public static FakeArxiv answering(OaiAnswers answers) throws IOException {
    return start(answers);
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

  /** When each request came. */
  public synchronized List<Instant> starts() {
    long nanos = System.nanoTime();
    Instant now = Instant.now();
    return requests.stream()
        .map(request -> now.minusNanos(nanos - request.startedNanos()))
        .toList();
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
      send(exchange, fault == null ? new Fault.None() : fault, answer);
    }
  }

  private void send(HttpExchange exchange, Fault fault, byte[] answer) throws IOException {
    switch (fault) {
      case Fault.None none -> send(exchange, gzip(answer));
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
      case Fault.OaiError error -> send(exchange, gzip(OaiAnswers.error(error.code(), "as told")));
      case Fault.Silence silence -> awaitClose();
      case Fault.Changed changed -> send(exchange, changed, changed.change().apply(answer));
    }
  }

  private void send(HttpExchange exchange, Fault.Changed changed, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", OAI_TYPE);
    changed.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(200, body.length);
    boolean whole = changed.sending() == Fault.Sending.WHOLE;
    exchange.getResponseBody().write(body, 0, whole ? body.length : body.length / 2);
    exchange.getResponseBody().flush();
    if (changed.sending() == Fault.Sending.STOPS) {
      awaitClose();
    }
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, byte[] gzipped) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", OAI_TYPE);
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
    closed.countDown();
    server.stop(0);
  }
}
