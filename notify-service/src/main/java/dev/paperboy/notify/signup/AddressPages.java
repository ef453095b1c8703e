package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Address;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.TokenAuthorised;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** Where a reader names another address: by the link that was mailed to the one they have. */
@Path("/preferences/{token}/address")
public class AddressPages {
  private static final Wording WORDS = Wording.of("signup");

  private final FreshLink link;
  private final Throttle throttle;
  private final AddressChange change;

  AddressPages(FreshLink link, Throttle throttle, AddressChange change) {
    this.link = link;
    this.throttle = throttle;
    this.change = change;
  }

  /** Asks for it. */
  @GET
  @WithSession
  public Uni<Response> ask(@PathParam("token") String text) {
    return link.reader(text)
        .map(
            reader ->
                Pages.ok(Pages.Templates.address(new AddressView(text, reader.address, "", null))));
  }

  /**
   * Mails a link there. The answer is the same whether or not somebody has that address already.
   */
  @POST
  @TokenAuthorised
  @WithTransaction
  public Uni<Response> change(
      @PathParam("token") String text,
      @RestForm("address") String typed,
      @Context HttpServerRequest request) {
    return link.reader(text)
        .flatMap(
            reader -> {
              Address address;
              try {
                address = Address.parse(typed);
              } catch (IllegalArgumentException e) {
                return Uni.createFrom().item(again(text, reader, typed, e.getMessage()));
              }
              return address.key().equals(reader.addressKey)
                  ? Uni.createFrom().item(again(text, reader, typed, WORDS.say("address.same")))
                  : ask(text, reader, address, Pages.caller(request));
            });
  }

  private Uni<Response> ask(String text, Subscriber reader, Address address, Caller caller) {
    return throttle
        .admits(caller)
        .flatMap(
            admitted ->
                admitted
                    ? change.ask(reader, address)
                    : Uni.createFrom().<Boolean>failure(Pages.tooMany()))
        .map(
            asked ->
                asked
                    ? asked(text, address)
                    : Pages.ok(
                        MessageView.of(WORDS.say("enough"), WORDS.say("address.enough"))
                            .withLink("/preferences/" + text, WORDS.say("back.to.preferences"))));
  }

  private static Response again(String token, Subscriber reader, String typed, String problem) {
    return Pages.again(
        Pages.Templates.address(
            new AddressView(token, reader.address, typed == null ? "" : typed, problem)));
  }

  private static Response asked(String token, Address address) {
    return Pages.ok(
        MessageView.of(
                WORDS.say("look"), WORDS.say("address.asked", address), WORDS.say("address.once"))
            .withLink("/preferences/" + token, WORDS.say("back.to.preferences")));
  }
}
