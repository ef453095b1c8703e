package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.TokenAuthorised;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Where the link leads that was mailed to a new address: a button, which moves the digests. */
@Path("/confirm/address/{token}")
public class AddressConfirmPages {
  private static final Wording WORDS = Wording.of("signup");

  private static final String INSTEAD = WORDS.say("move.instead");

  private final Tokens tokens;
  private final AddressChange change;

  AddressConfirmPages(Tokens tokens, AddressChange change) {
    this.tokens = tokens;
    this.change = change;
  }

  /** Shows the button. */
  @GET
  @WithSession
  public Uni<Response> ask(@PathParam("token") String text) {
    return reader(text)
        .map(
            reader ->
                Pages.ok(
                    MessageView.of(
                            WORDS.say("move.heading"),
                            WORDS.say("move.ask", reader.address, reader.newAddress))
                        .withButton("/confirm/address/" + text, WORDS.say("move.button"))));
  }

  /** Moves. */
  @POST
  @TokenAuthorised
  @WithTransaction
  public Uni<Response> move(@PathParam("token") String text) {
    return reader(text)
        .flatMap(change::move)
        .map(
            moved ->
                Pages.ok(
                    moved
                        ? MessageView.of(WORDS.say("moved.heading"), WORDS.say("moved"))
                            .withLink("/preferences", WORDS.say("to.preferences"))
                        : MessageView.of(WORDS.say("move.taken.heading"), WORDS.say("move.taken"))
                            .withLink("/preferences", WORDS.say("to.preferences"))));
  }

  private Uni<Subscriber> reader(String text) {
    Token token = tokens.read(text, Purpose.CHANGE).orElseThrow(() -> Pages.gone(INSTEAD));
    return Subscriber.<Subscriber>findById(token.subscriber())
        .onItem()
        .transform(
            reader -> {
              if (reader == null
                  || reader.status != SubscriberStatus.ACTIVE
                  || reader.generation != token.generation()
                  || !token.subject().equals(reader.changeId)) {
                throw Pages.gone(INSTEAD);
              }
              return reader;
            });
  }
}
