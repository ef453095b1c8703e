package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.Preview;
import dev.paperboy.notify.digest.PreviewView;
import dev.paperboy.notify.shelf.TopicCatalogue;
import dev.paperboy.notify.subscriber.Address;
import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Schedule;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.TokenAuthorised;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Where readers change their mind: by a link that is mailed to them on request. */
@Path("/preferences")
public class PreferencesPages {
  private static final Wording WORDS = Wording.of("signup");

  /** Stands for the id of a filter that there is not yet. */
  static final String NEW = "new";

  private final TopicCatalogue topics;
  private final Signup signup;
  private final Throttle throttle;
  private final Wishes wishes;
  private final Preview preview;
  private final FreshLink link;
  private final Links links;
  private final Clock clock;

  PreferencesPages(
      TopicCatalogue topics,
      Signup signup,
      Throttle throttle,
      Wishes wishes,
      Preview preview,
      FreshLink link,
      Links links,
      Clock clock) {
    this.topics = topics;
    this.signup = signup;
    this.throttle = throttle;
    this.wishes = wishes;
    this.preview = preview;
    this.link = link;
    this.links = links;
    this.clock = clock;
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
        .admits(Pages.caller(request))
        .flatMap(
            admitted ->
                admitted ? signup.sendLink(address) : Uni.createFrom().failure(Pages.tooMany()))
        .map(done -> sent());
  }

  /** Shows a filter, to whoever has the link while it works. */
  @GET
  @Path("{token}")
  @WithSession
  public Uni<Response> edit(@PathParam("token") String text, @RestQuery("filter") String wanted) {
    return editing(text, wanted)
        .map(
            editing -> {
              FilterInput input =
                  FilterInput.of(editing.interests(), running(editing.subscriber()));
              FilterName name = new FilterName(editing.filter().name, null);
              return Pages.form(page(editing, input, null, name, null));
            });
  }

  /** Saves or deletes a filter, and uses the link up; the answer has a new one. */
  @POST
  @Path("{token}")
  @TokenAuthorised
  @WithTransaction
  public Uni<Response> save(
      @PathParam("token") String text,
      @RestForm("filter") String wanted,
      @RestForm("name") String name,
      @RestForm("action") String action,
      @BeanParam FilterFields fields) {
    return editing(text, wanted)
        .flatMap(
            editing ->
                "delete".equals(action) && editing.mayDelete()
                    ? editing
                        .filter()
                        .delete()
                        .map(gone -> saved(editing, WORDS.say("preferences.deleted")))
                    : saveFor(editing, fields.input(), name));
  }

  private Uni<Response> saveFor(Editing editing, FilterInput input, String typed) {
    FilterName name = FilterName.of(typed, editing.filter().name, editing.otherNames());
    FilterReading reading = FilterReading.of(input, editing.topicIds());
    return (reading.good() ? wishes.known(reading) : Uni.createFrom().item(reading))
        .flatMap(
            whole -> {
              if (!whole.good() || name.problem() != null) {
                return Uni.createFrom()
                    .item(Pages.formAgain(page(editing, input, whole, name, null)));
              }
              editing.subscriber().take(whole.schedule());
              editing.filter().name = name.text();
              return editing
                  .filter()
                  .save(whole.interests())
                  .map(done -> saved(editing, WORDS.say("preferences.saved")));
            });
  }

  /** Shows what the filter would have sent, above the form as it is; changes nothing. */
  @POST
  @Path("{token}/preview")
  @TokenAuthorised
  @WithSession
  public Uni<Response> preview(
      @PathParam("token") String text,
      @RestForm("filter") String wanted,
      @RestForm("name") String name,
      @BeanParam FilterFields fields) {
    return editing(text, wanted)
        .flatMap(
            editing -> {
              FilterInput input = fields.input();
              FilterName typed = new FilterName(name == null ? "" : name, null);
              FilterReading reading = FilterReading.of(input, editing.topicIds());
              return (reading.good() ? wishes.known(reading) : Uni.createFrom().item(reading))
                  .flatMap(
                      whole ->
                          whole.good()
                              ? preview
                                  .of(whole.interests(), whole.schedule())
                                  .map(view -> Pages.form(page(editing, input, null, typed, view)))
                              : Uni.createFrom()
                                  .item(Pages.formAgain(page(editing, input, whole, typed, null))));
            })
        .onFailure(Preview.Busy.class)
        .transform(busy -> Pages.busy());
  }

  /** The link that was used opens nothing any more; whoever had it gets the next one. */
  private Response saved(Editing editing, String heading) {
    Subscriber subscriber = editing.subscriber();
    subscriber.linkId = UUID.randomUUID();
    return Pages.ok(
        MessageView.of(heading, WORDS.say("preferences.count"))
            .withLink(
                links.preferences(subscriber.id, subscriber.generation, subscriber.linkId),
                WORDS.say("preferences.more")));
  }

  private Uni<Editing> editing(String text, String wanted) {
    return link.reader(text)
        .flatMap(
            subscriber ->
                Filter.of(subscriber.id)
                    .flatMap(
                        filters ->
                            topics
                                .all()
                                .map(all -> Editing.of(text, subscriber, filters, wanted, all))));
  }

  /** The schedule without a pause that is over. */
  private Schedule running(Subscriber subscriber) {
    Schedule schedule = subscriber.schedule();
    LocalDate today = clock.instant().atZone(schedule.zone()).toLocalDate();
    return schedule.pausedUntil() == null || schedule.pausedUntil().isAfter(today)
        ? schedule
        : schedule.pausedUntil(null);
  }

  private TemplateInstance page(
      Editing editing,
      FilterInput input,
      FilterReading reading,
      FilterName name,
      PreviewView view) {
    Subscriber subscriber = editing.subscriber();
    Filter shown = editing.filter();
    return Pages.Templates.preferences(
        new PreferencesView(
            editing.token(),
            subscriber.address,
            reading == null ? null : Pages.ALMOST,
            links.unsubscribe(subscriber.id, subscriber.generation),
            editing.filters().stream()
                .map(each -> new Choice(each.id.toString(), each.name, each == shown))
                .toList(),
            shown.id == null ? NEW : shown.id.toString(),
            name.text(),
            name.problem(),
            editing.filters().size() < Filter.MOST,
            FilterForm.of(input, reading, editing.taxonomy()),
            shown.feedId == null ? null : links.feed(subscriber.id, shown.feedId),
            view));
  }

  private static Response sent() {
    return Pages.ok(
        MessageView.of(WORDS.say("look"), WORDS.say("link.sent"), WORDS.say("link.left"))
            .withLink("/subscribe", WORDS.say("to.subscribe")));
  }
}
