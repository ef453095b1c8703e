package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
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
  private static final String INSTEAD =
      "Where your digests go is shown at «Change your preferences», and can be changed there.";

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
                            "Move your digests?",
                            "They go to "
                                + reader.address
                                + " now, and would come to "
                                + reader.newAddress
                                + " instead. Filters, marks and the list of what you were sent stay"
                                + " with you.")
                        .withButton("/confirm/address/" + text, "Yes, send them to this address")));
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
                        ? MessageView.of(
                                "Your digests have moved",
                                "They come to this address from now on. Your old address was told.")
                            .withLink("/preferences", "Change your preferences")
                        : MessageView.of(
                                "This address has a subscription of its own",
                                "End that one first, by the link in any of its mails, and then open"
                                    + " the link you came by again. Nothing was changed.")
                            .withLink("/preferences", "Change your preferences")));
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
