package dev.paperboy.local;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests to the copies of a service in turn. A copy that takes no connection is passed
 * over; nothing of the request has left by then, so that is safe for forms too.
 */
final class InTurn implements OriginRequestProvider {
  private final List<SocketAddress> copies;
  private final AtomicInteger next = new AtomicInteger();

  /**
   * @param ports on loopback, at least one
   */
  InTurn(List<Integer> ports) {
    this.copies =
        ports.stream().map(port -> SocketAddress.inetSocketAddress(port, "127.0.0.1")).toList();
  }

  @Override
  public Future<HttpClientRequest> create(ProxyContext context) {
    return connect(context, Math.floorMod(next.getAndIncrement(), copies.size()), copies.size());
  }

  private Future<HttpClientRequest> connect(ProxyContext context, int copy, int tries) {
    Future<HttpClientRequest> connected =
        context.client().request(new RequestOptions().setServer(copies.get(copy)));
    return tries == 1
        ? connected
        : connected.recover(e -> connect(context, (copy + 1) % copies.size(), tries - 1));
  }
}
