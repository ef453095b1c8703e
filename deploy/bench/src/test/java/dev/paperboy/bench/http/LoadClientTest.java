package dev.paperboy.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadClientTest {
  private final Set<String> clients = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> answer(exchange, 200, 0));
    server.createContext("/sized", exchange -> answer(exchange, 200, "text".length()));
    server.createContext("/full", exchange -> answer(exchange, 503, "no".length()));
    server.createContext("/gone", exchange -> answer(exchange, 404, "none".length()));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, int status, int length) throws IOException {
    clients.add(exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
    exchange.sendResponseHeaders(status, length);
    exchange
        .getResponseBody()
        .write("text".repeat(1_000).getBytes(UTF_8), 0, length == 0 ? 4_000 : length);
    exchange.close();
  }

  private LoadClient.Answers ask(String path) throws Exception {
    return new LoadClient(server.getAddress().getPort()).ask(3, 0.2, n -> path);
  }

  @Test
  void countsAnswersWithAndWithoutALength() throws Exception {
    for (String path : new String[] {"/", "/sized"}) {
      LoadClient.Answers answers = ask(path);
      assertThat(answers.good()).as(path).isPositive().isEqualTo(answers.nanos().length);
      assertThat(answers.refused() + answers.other()).isZero();
      assertThat(answers.millis(99)).isGreaterThanOrEqualTo(answers.millis(50)).isPositive();
      assertThat(answers.rate()).isPositive();
    }
    assertThat(clients).as("every request comes from another client").hasSizeGreaterThan(3);
  }

  @Test
  void tellsWhatWasSentAwayFromWhatIsWrong() throws Exception {
    assertThat(ask("/full").refused()).isPositive();
    assertThat(ask("/full").good()).isZero();
    assertThat(ask("/gone").other()).isPositive();
  }
}
