package dev.paperboy.local;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;

/**
 * What a service is told about the client. Services believe these headers from the gateway, so
 * whatever a client sent under those names is dropped first.
 */
final class ForwardedHeaders {
  private ForwardedHeaders() {}

  /**
   * @param headers of the request on its way to a service
   * @param client the address that the connection came from
   * @param host the Host header as the client sent it; null where it sent none
   */
  static void rewrite(MultiMap headers, String client, String host) {
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-forwarded")
          || lower.equals("forwarded")
          || lower.equals("x-real-ip")
          || lower.equals("x-original-url")
          || lower.equals("x-rewrite-url")) {
        headers.remove(name);
      }
    }
    headers.set("X-Forwarded-For", client);
    headers.set("X-Forwarded-Proto", "http");
    if (host != null) {
      headers.set("X-Forwarded-Host", host);
    }
  }
}
