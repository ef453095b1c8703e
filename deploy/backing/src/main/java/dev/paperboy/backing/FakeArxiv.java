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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * An OAI-PMH server on loopback that behaves like arXiv's: pages with resumption tokens, errors
 * with HTTP 200, 503 with Retry-After, answers that are cut off; it notes when each request
 * started.
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
  }

  private final HttpServer server;
  private final List<Long> starts = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private List<byte[]> pages;

  private FakeArxiv(HttpServer server, List<byte[]> pages) {
    this.server = server;
    this.pages = List.copyOf(pages);
  }

  /**
   * Serves ListRecords answers.
   *
   * @param pages whole answers in order; each but the last holds a resumption token that ends in
   *     {@code |} and any number
   */
  public static FakeArxiv serving(List<byte[]> pages) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeArxiv fake = new FakeArxiv(server, pages);
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
  public synchronized void serve(List<byte[]> answers) {
    pages = List.copyOf(answers);
  }

  /** The next requests meet these faults, in order. */
  public synchronized void fail(Fault... next) {
    faults.addAll(Arrays.asList(next));
  }

  /** The queries so far. */
  public List<String> queries() {
    return List.copyOf(queries);
  }

  /** Milliseconds between the starts of successive requests. */
  public List<Long> gapsMillis() {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < starts.size(); i++) {
      gaps.add((starts.get(i) - starts.get(i - 1)) / 1_000_000);
    }
    return gaps;
  }

  private void answer(HttpExchange exchange) throws IOException {
    starts.add(System.nanoTime());
    String query = exchange.getRequestURI().getRawQuery();
    queries.add(query);
    try (exchange) {
      Fault fault;
      byte[] page;
      synchronized (this) {
        fault = faults.poll();
        page = page(arguments(query).get("resumptionToken"));
      }
      switch (fault) {
        case null -> send(exchange, gzip(page));
        case Fault.Status status -> {
          status.headers().forEach(exchange.getResponseHeaders()::set);
          byte[] body = status.body().getBytes(UTF_8);
          exchange.sendResponseHeaders(status.code(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        }
        case Fault.CutOff cut -> {
          byte[] whole = gzip(page);
          send(exchange, Arrays.copyOf(whole, whole.length / 2));
        }
        case Fault.OaiError error -> {
          send(exchange, gzip(error(error.code())));
        }
      }
    }
  }

  /** The page behind a token: the number of pages whose token was given out before it. */
  private byte[] page(String token) {
    if (token == null) {
      return pages.getFirst();
    }
    for (int i = 0; i < pages.size() - 1; i++) {
      if (new String(pages.get(i), UTF_8).contains(">" + token + "</resumptionToken>")) {
        return pages.get(i + 1);
      }
    }
    return error("badResumptionToken");
  }

  private static byte[] error(String code) {
    return ("<?xml version='1.0' encoding='UTF-8'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"
            + "<responseDate>%s</responseDate><error code='%s'>as told</error></OAI-PMH>")
        .formatted(Instant.now(), code)
        .getBytes(UTF_8);
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
    for (String pair : query.split("&", -1)) {
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
