package dev.paperboy.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class PoliteClientQuarkusTest {
  @Inject Pool pool;

  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  @Timeout(30)
  void aBodyThatStopsIsGivenUp() {
    serve("application/xml", 1000, true);

    assertThatThrownBy(() -> ask(Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("the answer of 127.0.0.1 was not complete after 1 s");
  }

  @Test
  @Timeout(30)
  void anAnswerThatEndsInTimeIsRead() throws IOException {
    serve("application/xml", 7, false);

    assertThat(ask(Duration.ofSeconds(20))).isEqualTo("<begun>");
  }

  @Test
  @Timeout(30)
  void aPageOfAnotherTypeSaysWhatCame() {
    serve("text/html", 7, false);

    assertThatThrownBy(() -> ask(Duration.ofSeconds(20)))
        .hasMessage(
            "127.0.0.1 answered with «text/html» where XML was asked for; an error page or a proxy?");
  }

  @Test
  @Timeout(30)
  void aRequestThatIsLongOnTheWayBringsTheNextOneNoNearer() throws IOException {
    Duration interval = Duration.ofMillis(400);
    List<Long> arrived = Collections.synchronizedList(new ArrayList<>());
    server.createContext(
        "/",
        exchange -> {
          if (arrived.isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
          }
          arrived.add(System.nanoTime());
          exchange.getResponseHeaders().set("Content-Type", "application/xml");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    PoliteClient client = new PoliteClient(new RequestLimit(pool, "far", interval));
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    for (int request = 0; request < 2; request++) {
      client.ask(new PoliteClient.Question(uri, "xml"), InputStream::readAllBytes);
    }

    assertThat(Duration.ofNanos(arrived.getLast() - arrived.getFirst()))
        .isGreaterThanOrEqualTo(interval);
  }

  private void serve(String type, long length, boolean stops) {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, length);
          exchange.getResponseBody().write("<begun>".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          if (stops) {
            awaitEnd();
          }
          exchange.close();
        });
  }

  private void awaitEnd() {
    try {
      over.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String ask(Duration longest) throws IOException {
    RequestLimit limit = new RequestLimit(pool, "stalling", Duration.ofMillis(1));
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new PoliteClient(
            limit,
            new Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(5), longest, Duration.ofSeconds(1)))
        .ask(new PoliteClient.Question(uri, "xml"), body -> new String(body.readAllBytes(), UTF_8));
  }
}
