package dev.paperboy.notify.signup;

import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.ErrorPage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers a form of more fields than there is to choose. The framework stops reading it outside of
 * JAX-RS, with an exception that only its words tell apart, and would call it our fault.
 */
@Singleton
class FormLimit {
  private static final Wording WORDS = Wording.of("signup");

  private static final String FRAMEWORK_SAYS = "Param limit of";
  private static final int FIRST = -1000;

  private final Template page;

  FormLimit(@Location("pagekit/error.html") Template page) {
    this.page = page;
  }

  void register(@Observes Router router) {
    router.route().order(FIRST).failureHandler(this::answer);
  }

  private void answer(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure == null
        || failure.getMessage() == null
        || !failure.getMessage().startsWith(FRAMEWORK_SAYS)
        || context.response().headWritten()) {
      context.next();
      return;
    }
    ErrorPage error = ErrorPage.of(413, WORDS.say("form.limit"), null);
    context
        .response()
        .setStatusCode(error.status())
        .putHeader("Content-Type", Pages.HTML)
        .putHeader("Connection", "close")
        .end(page.data("page", error).render());
  }
}
