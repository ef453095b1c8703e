package dev.paperboy.pagekit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Puts {@link ResponseHeaders} on whatever the main router answers, static files and errors too.
 */
@ApplicationScoped
class ResponseHeadersFilter {
  private static final int FIRST = 10_000;

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.addHeadersEndHandler(end -> addTo(context));
          context.next();
        },
        FIRST);
  }

  private static void addTo(RoutingContext context) {
    MultiMap present = context.response().headers();
    String path = context.request().path();
    ResponseHeaders.of(
            path == null ? "/" : path,
            context.request().getParam("v"),
            context.response().getStatusCode(),
            "https".equals(context.request().scheme()))
        .forEach(
            (name, value) -> {
              // Quarkus' own caching of static files knows no versions.
              if (!present.contains(name) || isStaticCaching(name, path)) {
                present.set(name, value);
              }
            });
  }

  private static boolean isStaticCaching(String name, String path) {
    return name.equals("Cache-Control") && path != null && path.startsWith("/static/");
  }
}
