package dev.paperboy.notify.mail;

import dev.paperboy.notify.subscriber.Address;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import org.jboss.logging.Logger;

/**
 * {@code POST /internal/mail/test?to=ADDRESS} on the management port: hands a small mail to the
 * server now, by a connection of its own, past the outbox, and tells what the server says.
 */
@Singleton
class TestMail {
  private static final Logger LOG = Logger.getLogger(TestMail.class);

  private final SmtpLine line;
  private final SmtpConfig config;
  private final Vertx vertx;

  TestMail(SmtpLine line, SmtpConfig config, Vertx vertx) {
    this.line = line;
    this.config = config;
    this.vertx = vertx;
  }

  void register(@Observes ManagementInterface management) {
    management.router().post("/internal/mail/test").handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    Address to;
    try {
      to = Address.parse(routing.request().getParam("to"));
    } catch (IllegalArgumentException e) {
      answer(routing, 400, new JsonObject().put("message", e.getMessage()));
      return;
    }
    String server = config.host() + ":" + config.port();
    vertx
        .executeBlocking(() -> line.test(to), false)
        .onSuccess(
            reply ->
                answer(
                    routing,
                    200,
                    new JsonObject()
                        .put("to", to.text())
                        .put("server", server)
                        .put("answer", reply)))
        .onFailure(
            failure -> {
              String words =
                  failure instanceof MessagingException e
                      ? MailTrouble.of(e, server, config)
                      : "The mail could not be written: " + failure.getMessage();
              LOG.infof("test mail not sent: %s", failure.toString());
              answer(routing, 502, new JsonObject().put("message", words));
            });
  }

  private static void answer(RoutingContext routing, int status, JsonObject body) {
    routing.response().setStatusCode(status);
    routing.json(body);
  }
}
