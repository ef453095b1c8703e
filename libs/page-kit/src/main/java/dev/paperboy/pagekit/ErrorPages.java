package dev.paperboy.pagekit;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Answers errors of JAX-RS methods, and of paths that no one serves, with {@link ErrorPage}. */
@Provider
@ApplicationScoped
public class ErrorPages implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ErrorPages.class);
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final Template template;

  @Context HttpServerRequest request;

  ErrorPages(@Location("pagekit/error.html") Template template) {
    this.template = template;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException known) {
      Response given = known.getResponse();
      if (given.hasEntity() || given.getStatus() < 400) {
        return given;
      }
      // Who says «not now» knows what they say.
      boolean fault = given.getStatus() >= 500 && !(thrown instanceof ServiceUnavailableException);
      String reference = fault ? logged(thrown) : null;
      return answer(
          Response.fromResponse(given),
          ErrorPage.of(given.getStatus(), thrown.getMessage(), reference));
    }
    return answer(Response.serverError(), ErrorPage.of(500, null, logged(thrown)));
  }

  /** JAX-RS hands unknown paths on to the static files; what they do not know ends here. */
  void register(@Observes Router router) {
    router.errorHandler(404, this::notFound);
  }

  private void notFound(RoutingContext context) {
    answer(context, 404);
  }

  /** Answers a request that no JAX-RS method has seen, with the usual words of a status. */
  public void answer(RoutingContext context, int status) {
    ErrorPage page = ErrorPage.of(status, null, null);
    boolean json = wantsJson(context.request());
    context
        .response()
        .setStatusCode(page.status())
        .putHeader("Content-Type", json ? Problem.TYPE : HTML)
        .end(json ? page.asProblem().json() : html(page));
  }

  private Response answer(Response.ResponseBuilder builder, ErrorPage page) {
    return wantsJson(request)
        ? builder.type(Problem.TYPE).entity(page.asProblem().json()).build()
        : builder.type(HTML).entity(html(page)).build();
  }

  private String html(ErrorPage page) {
    return template.data("page", page).render();
  }

  private static boolean wantsJson(HttpServerRequest request) {
    return ErrorPage.wantsJson(request.path(), request.getHeader("Accept"));
  }

  private static String logged(Throwable thrown) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.errorf(thrown, "request failed reference=%s", reference);
    return reference;
  }
}
