package dev.paperboy.local;

import dev.paperboy.backing.MailInbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one public address: sends each path to its service and answers {@code /inbox} itself. */
final class Gateway implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Gateway.class.getName());

  /** The largest form is a filter with a free-text interest, some kilobytes. */
  static final long LARGEST_BODY = 1024 * 1024;

  private final Vertx vertx;
  private final InboxPages inbox;
  private final Map<Routes.Target, HttpProxy> proxies;

  private Gateway(Vertx vertx, Map<Routes.Target, List<Integer>> ports, MailInbox inbox) {
    this.vertx = vertx;
    this.inbox = new InboxPages(inbox);
    this.proxies =
        Map.of(
            Routes.Target.CLASSIFY, proxyTo(Routes.Target.CLASSIFY, ports),
            Routes.Target.NOTIFY, proxyTo(Routes.Target.NOTIFY, ports));
  }

  /**
   * Listens on a loopback port.
   *
   * @param ports where each copy of a service answers; it need not do so yet
   * @throws IOException where the port is taken
   */
  static Gateway start(int port, Map<Routes.Target, List<Integer>> ports, MailInbox inbox)
      throws IOException {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    Gateway gateway = new Gateway(vertx, ports, inbox);
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxHeaderSize(32 * 1024)
                    // An upgraded request carries no Content-Length, which the proxy insists on.
                    .setHttp2ClearTextEnabled(false)
                    .setIdleTimeout(90)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS))
            .requestHandler(gateway::handle);
    try {
      server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    } catch (java.util.concurrent.CompletionException e) {
      gateway.close();
      throw new IOException(
          "port %d is taken by another program; choose one with --port".formatted(port), e);
    }
    return gateway;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private HttpProxy proxyTo(Routes.Target target, Map<Routes.Target, List<Integer>> ports) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(2_000)
            .setMaxPoolSize(64)
            // Shorter than the services' own idle timeout, so that no request meets a closed one.
            .setKeepAliveTimeout(15)
            .setDecompressionSupported(false);
    return HttpProxy.reverseProxy(
            new ProxyOptions().setSupportWebSocket(false), vertx.createHttpClient(options))
        .origin(new InTurn(ports.get(target)))
        .addInterceptor(new Courtesy(target.name().toLowerCase(Locale.ROOT)));
  }

  private void handle(HttpServerRequest request) {
    Page refusal = refusal(request);
    if (refusal != null) {
      request.response().putHeader(HttpHeaders.CONNECTION, "close");
      send(request, refusal);
      return;
    }
    Routes.Target target = Routes.of(request.path() == null ? "/" : request.path());
    if (target == Routes.Target.INBOX) {
      answerInbox(request);
    } else {
      proxies.get(target).handle(request);
    }
  }

  private static Page refusal(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      // Browsers say how much they send; without that we would have to read it to know.
      return Page.refusal(411, "Length required", "Send the body with a Content-Length.");
    }
    if (length != null && !(length.matches("\\d{1,9}") && Long.parseLong(length) <= LARGEST_BODY)) {
      return Page.refusal(413, "Too large", "That is more than this site takes in one request.");
    }
    return null;
  }

  private void answerInbox(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      send(request, Page.refusal(405, "Only for reading", "The inbox can only be read."));
      return;
    }
    vertx
        .executeBlocking(() -> inbox.answer(request.path()), false)
        .onSuccess(page -> send(request, page))
        .onFailure(
            e -> {
              LOG.log(Level.WARNING, "the inbox could not be read", e);
              send(request, Page.refusal(500, "The inbox cannot be read", "The log says why."));
            });
  }

  private static void send(HttpServerRequest request, Page page) {
    request
        .response()
        .setStatusCode(page.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, page.type())
        .putHeader("Content-Security-Policy", page.policy())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.method().equals(HttpMethod.HEAD)) {
      request
          .response()
          .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(page.body().length))
          .end();
    } else {
      request.response().end(Buffer.buffer(page.body()));
    }
  }

  /** Tells the service who asks, and the asker when the service is not there. */
  private record Courtesy(String part) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      HttpServerRequest asked = context.request().proxiedRequest();
      ForwardedHeaders.rewrite(
          context.request().headers(),
          asked.remoteAddress().hostAddress(),
          asked.getHeader(HttpHeaders.HOST));
      return context.sendRequest().recover(e -> notThere(context, e));
    }

    private Future<ProxyResponse> notThere(ProxyContext context, Throwable e) {
      LOG.log(Level.FINE, "no answer from " + part, e);
      Page page = Page.notThere(part);
      return Future.succeededFuture(
          context
              .request()
              .release()
              .response()
              .setStatusCode(page.status())
              .putHeader(HttpHeaders.CONTENT_TYPE, page.type())
              .putHeader("Content-Security-Policy", page.policy())
              .putHeader(HttpHeaders.RETRY_AFTER, "5")
              .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
              .setBody(Body.body(Buffer.buffer(page.body()))));
    }
  }
}
