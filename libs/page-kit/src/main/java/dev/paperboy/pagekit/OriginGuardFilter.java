package dev.paperboy.pagekit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts {@link OriginGuard} in front of every JAX-RS method. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
class OriginGuardFilter implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(OriginGuardFilter.class);

  private final OriginGuard guard;

  @Context ResourceInfo resource;
  @Context HttpServerRequest request;

  OriginGuardFilter(
      @ConfigProperty(name = "paperboy.public-url", defaultValue = "http://localhost:8080")
          String publicUrl) {
    this.guard = new OriginGuard(publicUrl);
  }

  @Override
  public void filter(ContainerRequestContext context) {
    OriginGuard.Request asked =
        new OriginGuard.Request(
            context.getMethod(),
            context.getHeaderString("Origin"),
            context.getHeaderString("Sec-Fetch-Site"),
            request.scheme() + "://" + request.authority());
    if (!guard.allows(asked, senders())) {
      LOG.infof("request from another site refused method=%s", asked.method());
      throw new ForbiddenException(
          "This form was not sent from one of our own pages, so nothing was changed. Please open"
              + " the page again and send the form from there.");
    }
  }

  private OriginGuard.Senders senders() {
    Method method = resource.getResourceMethod();
    TokenAuthorised mark = method == null ? null : method.getAnnotation(TokenAuthorised.class);
    if (mark == null && resource.getResourceClass() != null) {
      mark = resource.getResourceClass().getAnnotation(TokenAuthorised.class);
    }
    if (mark == null) {
      return OriginGuard.Senders.OWN_PAGES;
    }
    return mark.anyOrigin()
        ? OriginGuard.Senders.ANYONE
        : OriginGuard.Senders.OWN_PAGES_AND_TOKEN_HOLDERS;
  }
}
