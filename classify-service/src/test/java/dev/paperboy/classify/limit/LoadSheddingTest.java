package dev.paperboy.classify.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadSheddingTest {
  private static final int MOST = 2;

  private final BlockingQueue<RoutingContext> waiting = new LinkedBlockingQueue<>();
  private Vertx vertx;
  private HttpServer server;
  private HttpClient client;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    LoadShedding shedding =
        new LoadShedding(MOST, (context, status) -> context.response().setStatusCode(status).end());
    Router router = Router.router(vertx);
    router.route().handler(shedding::admit);
    router.route("/static/*").handler(context -> context.response().end());
    router.route("/page").handler(waiting::add);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private CompletableFuture<HttpResponse<String>> ask(String path) {
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private RoutingContext underWay() throws InterruptedException {
    RoutingContext one = waiting.poll(10, TimeUnit.SECONDS);
    assertThat(one).as("a request that is worked at").isNotNull();
    return one;
  }

  private static void answered(RoutingContext request) {
    request.vertx().runOnContext(go -> request.response().end());
  }

  @Test
  void oneTooManyIsSentAwayAndTheNextIsNot() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> admitted = new ArrayList<>();
    List<RoutingContext> requests = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      admitted.add(ask("/page"));
      requests.add(underWay());
    }

    HttpResponse<String> refused = ask("/page").get(10, TimeUnit.SECONDS);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(ask("/static/a.css").get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);

    answered(requests.getFirst());
    assertThat(admitted.getFirst().get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    CompletableFuture<HttpResponse<String>> next = ask("/page");
    answered(underWay());
    assertThat(next.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    answered(requests.getLast());
  }

  @Test
  void noRequestIsCountedForEver() throws Exception {
    for (int i = 0; i < 5 * MOST; i++) {
      CompletableFuture<HttpResponse<String>> one = ask("/page");
      answered(underWay());
      assertThat(one.get(10, TimeUnit.SECONDS).statusCode()).as("request " + i).isEqualTo(200);
    }
  }
}
