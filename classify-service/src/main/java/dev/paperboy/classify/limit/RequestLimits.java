package dev.paperboy.classify.limit;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Answers clients that ask too often with 429 and when to come back. The address is the gateway's
 * word, which is believed of the gateway only; see page-kit's settings.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
class RequestLimits implements ContainerRequestFilter {
  private static final Set<String> SEARCH =
      Set.of("search", "topics", "authors", "feeds", "sitemaps", "sitemap.xml");
  private static final Set<String> PAPERS = Set.of("", "papers");

  private final RequestLimiter search;
  private final RequestLimiter api;
  private final RequestLimiter papers;
  private final RequestLimiter pages;

  @Context HttpServerRequest request;

  RequestLimits(LimitSettings settings) {
    search = new RequestLimiter(settings.searchPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
    api = new RequestLimiter(settings.apiPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
    papers = new RequestLimiter(settings.papersPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
    pages = new RequestLimiter(settings.pagesPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Override
  public void filter(ContainerRequestContext context) {
    String path = context.getUriInfo().getPath();
    String first = path.startsWith("/") ? path.substring(1) : path;
    int end = first.indexOf('/');
    first = end < 0 ? first : first.substring(0, end);
    long wait = limiter(first).secondsToWait(request.remoteAddress().hostAddress());
    if (wait > 0) {
      throw new ClientErrorException(
          "Too many requests came from your address. Please try again in "
              + (wait == 1 ? "a second." : wait + " seconds."),
          Response.status(Response.Status.TOO_MANY_REQUESTS).header("Retry-After", wait).build());
    }
  }

  private RequestLimiter limiter(String first) {
    if (first.equals("api")) {
      return api;
    }
    if (PAPERS.contains(first)) {
      return papers;
    }
    return SEARCH.contains(first) ? search : pages;
  }
}
