package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.TokenAuthorised;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/**
 * The way out. The link never runs out and asks nothing more than a click; mail programs post to it
 * on the reader's behalf (RFC 8058), with whatever body and from wherever.
 */
@Path("/unsubscribe/{token}")
public class UnsubscribePages {
  private static final Wording WORDS = Wording.of("signup");

  private final Tokens tokens;
  private final Clock clock = Clock.systemUTC();

  UnsubscribePages(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Shows the button. */
  @GET
  public Response ask(@PathParam("token") String text) {
    read(text);
    return Pages.ok(
        MessageView.of(WORDS.say("leave.heading"), WORDS.say("leave.ask"))
            .withButton("/unsubscribe/" + text, WORDS.say("leave.button"))
            .withLink("/preferences", WORDS.say("leave.change")));
  }

  /** Ends the mails, however often it is called. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @TokenAuthorised(anyOrigin = true)
  @WithTransaction
  public Uni<Response> leave(@PathParam("token") String text) {
    return Subscriber.<Subscriber>findById(read(text).subscriber())
        .map(
            subscriber -> {
              if (subscriber != null
                  && (subscriber.status == SubscriberStatus.ACTIVE
                      || subscriber.status == SubscriberStatus.PENDING)) {
                subscriber.leave(clock.instant());
              }
              return Pages.ok(
                  MessageView.of(
                          WORDS.say("left.heading"), WORDS.say("left"), WORDS.say("left.account"))
                      .withLink("/subscribe", WORDS.say("left.again")));
            });
  }

  private Token read(String text) {
    return tokens
        .read(text, Purpose.UNSUBSCRIBE)
        .orElseThrow(() -> Pages.gone(WORDS.say("leave.instead")));
  }
}
