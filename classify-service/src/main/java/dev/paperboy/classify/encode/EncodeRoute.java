package dev.paperboy.classify.encode;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * {@code POST /internal/encode} on the management port: the vector of a text in somebody's own
 * words, sent as plain text of at most {@value #LONGEST} characters. Answers {@code encoder},
 * {@code int8} (base64 of a signed byte per dimension) and {@code about}, the cosine from which a
 * paper is about the text.
 *
 * <p>{@code POST /internal/encode/paper} does the same for a paper that is not known here: its
 * title on the first line and its abstract below, together at most {@value #LONGEST_PAPER}
 * characters, are encoded as those of announced papers, and {@code about} is the cosine from which
 * a paper is like it.
 */
@Singleton
class EncodeRoute {
  private static final Logger LOG = Logger.getLogger(EncodeRoute.class);
  private static final int LONGEST = 500;
  private static final int LONGEST_PAPER = 5000;

  private final Encoder encoder;

  EncodeRoute(Encoder encoder) {
    this.encoder = encoder;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .post("/internal/encode")
        .handler(routing -> answer(routing, LONGEST, Description::of));
    management
        .router()
        .post("/internal/encode/paper")
        .handler(
            routing ->
                answer(routing, LONGEST_PAPER, text -> new Description(text, Description.LIKE)));
  }

  private void answer(
      RoutingContext routing, int longest, Function<String, Description> described) {
    String sent = routing.body().asString("UTF-8");
    String text = sent == null ? "" : sent.strip();
    if (text.isEmpty() || text.length() > longest) {
      routing.response().setStatusCode(400);
      routing.json(
          new JsonObject().put("message", "Send a text of 1 to %d characters.".formatted(longest)));
      return;
    }
    Description description = described.apply(text);
    Future.fromCompletionStage(
            encoder.encodeAll(List.of(description.encoded())), routing.vertx().getOrCreateContext())
        .onSuccess(
            vectors ->
                routing.json(
                    new JsonObject()
                        .put("encoder", encoder.id())
                        .put(
                            "int8",
                            Base64.getEncoder().encodeToString(Vectors.toBytes(vectors.getFirst())))
                        .put("about", description.threshold())))
        .onFailure(
            failure -> {
              LOG.errorf(failure, "a text could not be encoded");
              routing.fail(failure);
            });
  }
}
