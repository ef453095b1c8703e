package dev.paperboy.ingest.management;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Answers on the management port that take their time: made on a virtual thread. */
public final class Answers {
  private static final Logger LOG = Logger.getLogger(Answers.class);
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int FAILED = 500;

  private Answers() {}

  /** A step that may fail in any way. */
  @FunctionalInterface
  public interface Step {
    JsonObject run() throws Throwable;
  }

  /**
   * Sends what the step gives; {@code {"message": …}} with 400 where it throws
   * IllegalArgumentException, 409 where IllegalStateException, else 500.
   */
  public static void send(RoutingContext context, Step step) {
    var vertx = context.vertx().getOrCreateContext();
    Thread.ofVirtual()
        .name("management")
        .start(
            () -> {
              int status = 200;
              JsonObject body;
              try {
                body = step.run();
              } catch (Throwable e) {
                status =
                    switch (e) {
                      case IllegalArgumentException bad -> BAD_REQUEST;
                      case IllegalStateException state -> CONFLICT;
                      default -> FAILED;
                    };
                LOG.warnf(e, "request failed path=%s", context.request().path());
                body = new JsonObject().put("message", String.valueOf(e.getMessage()));
              }
              int code = status;
              JsonObject json = body;
              vertx.runOnContext(
                  nothing ->
                      context
                          .response()
                          .setStatusCode(code)
                          .putHeader("Content-Type", "application/json")
                          .end(json.encode()));
            });
  }
}
