package dev.paperboy.classify.limit;

import dev.paperboy.pagekit.ErrorPages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;

/**
 * Sends requests away with 503 and when to come back where more are under way than can be answered
 * soon. Whoever waits in a queue without end waits for nothing: the browser has gone, the answer is
 * made all the same.
 */
@ApplicationScoped
class LoadShedding {
  /** Behind the headers that every response has, before all else. */
  private static final int EARLY = 9_000;

  private static final int SECONDS_TO_WAIT = 2;
  private static final String STATIC = "/static/";

  private final int most;
  private final ObjIntConsumer<RoutingContext> answer;
  private final AtomicInteger underWay = new AtomicInteger();

  @Inject
  LoadShedding(LimitSettings settings, ErrorPages errors) {
    this(settings.atOnce(), errors::answer);
  }

  /**
   * @param most requests at once
   * @param answer answers a request with the usual words of a status
   */
  LoadShedding(int most, ObjIntConsumer<RoutingContext> answer) {
    this.most = most;
    this.answer = answer;
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, EARLY);
  }

  void admit(RoutingContext context) {
    String path = context.request().path();
    if (path != null && path.startsWith(STATIC)) {
      context.next();
      return;
    }
    if (underWay.incrementAndGet() > most) {
      underWay.decrementAndGet();
      context.response().putHeader("Retry-After", Integer.toString(SECONDS_TO_WAIT));
      answer.accept(context, 503);
      return;
    }
    context.addEndHandler(end -> underWay.decrementAndGet());
    context.next();
  }
}
