package dev.paperboy.notify.signup;

import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.shelf.TopicCatalogue;
import dev.paperboy.notify.subscriber.Address;
import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
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
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;

/** Where readers change their mind: by a link that is mailed to them on request. */
@Path("/preferences")
public class PreferencesPages {
  private static final String INSTEAD = "Please ask for a new one at «Change your preferences».";

  private final TopicCatalogue topics;
  private final Signup signup;
  private final Throttle throttle;
  private final Tokens tokens;
  private final Links links;

  PreferencesPages(
      TopicCatalogue topics, Signup signup, Throttle throttle, Tokens tokens, Links links) {
    this.topics = topics;
    this.signup = signup;
    this.throttle = throttle;
    this.tokens = tokens;
    this.links = links;
  }

  /** Asks for the address. */
  @GET
  public Response ask() {
    return Pages.ok(Pages.Templates.askLink(new AskLinkView("", null)));
  }

  /** Mails a link. The answer is the same whether or not the address is known. */
  @POST
  public Uni<Response> send(
      @RestForm("address") String typed,
      @RestForm("website") String website,
      @Context HttpServerRequest request) {
    Address address;
    try {
      address = Address.parse(typed);
    } catch (IllegalArgumentException e) {
      return Uni.createFrom()
          .item(Pages.again(Pages.Templates.askLink(new AskLinkView(typed, e.getMessage()))));
    }
    if (website != null && !website.isEmpty()) {
      return Uni.createFrom().item(PreferencesPages::sent);
    }
    return throttle
        .admits(SubscribePages.caller(request))
        .flatMap(
            admitted ->
                admitted ? signup.sendLink(address) : Uni.createFrom().failure(Pages.tooMany()))
        .map(done -> sent());
  }

  /** Shows the form, to whoever has the link while it works. */
  @GET
  @Path("{token}")
  @WithSession
  public Uni<Response> edit(@PathParam("token") String text) {
    return subscriber(text)
        .flatMap(
            subscriber ->
                Filter.of(subscriber.id)
                    .flatMap(
                        filter ->
                            topics
                                .all()
                                .map(
                                    all -> {
                                      FilterInput input =
                                          FilterInput.of(
                                              filter.interests(),
                                              subscriber.sendHour,
                                              subscriber.zone);
                                      return Pages.ok(page(text, subscriber, input, null, all));
                                    })));
  }

  /** Saves, and uses the link up. */
  @POST
  @Path("{token}")
  @TokenAuthorised
  @WithTransaction
  public Uni<Response> save(
      @PathParam("token") String text,
      @RestForm("topic") List<String> topic,
      @RestForm("category") List<String> category,
      @RestForm("keywords") String keywords,
      @RestForm("hour") String hour,
      @RestForm("zone") String zone,
      @RestForm("max") String most) {
    FilterInput input = new FilterInput(topic, category, keywords, hour, zone, most);
    return subscriber(text)
        .flatMap(subscriber -> topics.all().flatMap(all -> saveFor(subscriber, text, input, all)));
  }

  private Uni<Response> saveFor(
      Subscriber subscriber, String text, FilterInput input, List<Topic> all) {
    FilterReading reading =
        FilterReading.of(input, all.stream().map(Topic::id).collect(Collectors.toSet()));
    if (!reading.good()) {
      return Uni.createFrom().item(Pages.again(page(text, subscriber, input, reading, all)));
    }
    subscriber.zone = reading.zone();
    subscriber.sendHour = (short) reading.hour();
    subscriber.linkId = null;
    return Filter.save(subscriber.id, reading.interests())
        .map(
            done ->
                Pages.ok(
                    MessageView.of("Saved", "Your preferences count from the next digest on.")
                        .withLink("/", "See what is trending")));
  }

  private Uni<Subscriber> subscriber(String text) {
    Token token = tokens.read(text, Purpose.PREFERENCES).orElseThrow(() -> Pages.gone(INSTEAD));
    return Subscriber.<Subscriber>findById(token.subscriber())
        .onItem()
        .transform(
            subscriber -> {
              if (subscriber == null
                  || subscriber.status != SubscriberStatus.ACTIVE
                  || subscriber.generation != token.generation()
                  || !token.subject().equals(subscriber.linkId)) {
                throw Pages.gone(INSTEAD);
              }
              return subscriber;
            });
  }

  private io.quarkus.qute.TemplateInstance page(
      String token,
      Subscriber subscriber,
      FilterInput input,
      FilterReading reading,
      List<Topic> all) {
    return Pages.Templates.preferences(
        new PreferencesView(
            token,
            subscriber.address,
            reading == null ? null : "Almost there: please look at what is marked below.",
            links.unsubscribe(subscriber.id, subscriber.generation),
            FilterForm.of(input, reading, all)));
  }

  private static Response sent() {
    return Pages.ok(
        MessageView.of(
                "Please look into your mail",
                "If that address has a subscription, a link is on its way to it. It works for half"
                    + " an hour.")
            .withLink("/subscribe", "Not subscribed yet?"));
  }
}
