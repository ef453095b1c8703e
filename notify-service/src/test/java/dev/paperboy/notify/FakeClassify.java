package dev.paperboy.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Answers as classify's management port does, with vectors of two dimensions that tests choose. */
public final class FakeClassify implements QuarkusTestResourceLifecycleManager {
  private static final Map<String, byte[]> TEXTS = new ConcurrentHashMap<>();
  private static final Map<String, byte[]> PAPERS = new ConcurrentHashMap<>();

  /** Texts that it was asked to encode, in their order. */
  static final List<String> ASKED = new CopyOnWriteArrayList<>();

  private static volatile boolean down;
  private static volatile String encoder;
  private HttpServer server;

  static void reset() {
    TEXTS.clear();
    PAPERS.clear();
    ASKED.clear();
    down = false;
    encoder = "made-up/2";
  }

  static void knowsText(String text, int x, int y) {
    TEXTS.put(text, new byte[] {(byte) x, (byte) y});
  }

  static void knowsPaper(String id, int x, int y) {
    PAPERS.put(id, new byte[] {(byte) x, (byte) y});
  }

  static void isDown(boolean now) {
    down = now;
  }

  static void encodesWith(String id) {
    encoder = id;
  }

  @Override
  public Map<String, String> start() {
    reset();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/encode", FakeClassify::encode);
    server.createContext("/internal/vectors", FakeClassify::vectors);
    server.start();
    return Map.of("paperboy.classify", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void encode(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    ASKED.add(text);
    byte[] vector = TEXTS.getOrDefault(text, new byte[] {1, 1});
    answer(
        exchange,
        "{\"encoder\":\"%s\",\"int8\":\"%s\",\"about\":0.8}".formatted(encoder, base64(vector)));
  }

  private static void vectors(HttpExchange exchange) throws IOException {
    String papers =
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
            .map(part -> URLDecoder.decode(part.substring(3), StandardCharsets.UTF_8))
            .filter(PAPERS::containsKey)
            .map(
                id ->
                    "{\"id\":\"%s\",\"title\":\"Example %s\",\"abstract\":\"Of %s.\",\"encoder\":\"%s\",\"int8\":\"%s\"}"
                        .formatted(id, id, id, encoder, base64(PAPERS.get(id))))
            .collect(Collectors.joining(","));
    answer(exchange, "{\"papers\":[" + papers + "],\"like\":0.9}");
  }

  private static String base64(byte[] vector) {
    return Base64.getEncoder().encodeToString(vector);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(down ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
