package dev.paperboy.bench.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Description;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.notify.shelf.ShelvedPaper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What notify asks classify for, without classify: vectors of texts and of known papers. */
final class Encoding implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final BgeSmallEncoder encoder = new BgeSmallEncoder(1);
  private final HttpServer server;
  private final Map<String, ShelvedPaper> papers;

  /**
   * @param papers by id
   */
  Encoding(Map<String, ShelvedPaper> papers) throws IOException {
    this.papers = papers;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/internal/encode", this::encode);
    server.createContext("/internal/vectors", this::vectors);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void encode(HttpExchange exchange) throws IOException {
    Description description =
        Description.of(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    float[] vector = encoder.encodeAll(List.of(description.encoded())).join().getFirst();
    answer(
        exchange,
        "{\"encoder\":\"%s\",\"int8\":\"%s\",\"about\":%s}"
            .formatted(
                BgeSmallEncoder.ID, base64(Vectors.toBytes(vector)), description.threshold()));
  }

  private void vectors(HttpExchange exchange) throws IOException {
    String found =
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
            .map(part -> papers.get(URLDecoder.decode(part.substring(3), StandardCharsets.UTF_8)))
            .filter(Objects::nonNull)
            .map(
                paper ->
                    JSON.createObjectNode()
                        .put("id", paper.key())
                        .put("title", paper.title())
                        .put("abstract", paper.abstractText())
                        .put("encoder", BgeSmallEncoder.ID)
                        .put("int8", base64(paper.vector().int8()))
                        .toString())
            .collect(Collectors.joining(","));
    answer(exchange, "{\"papers\":[%s],\"like\":%s}".formatted(found, Description.LIKE));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    encoder.close();
  }
}
