package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.Preview;
import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.shelf.TopicCatalogue;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.wording.Wording;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;

/** Shows what a filter would have sent, to whoever asks; nothing is kept of it. */
@Path("/preview")
public class PreviewPages {
  private static final Wording WORDS = Wording.of("signup");

  private static final int SECONDS_OF_AN_HOUR = 3600;

  private final TopicCatalogue topics;
  private final Throttle throttle;
  private final Wishes wishes;
  private final Preview preview;
  private final Links links;

  PreviewPages(
      TopicCatalogue topics, Throttle throttle, Wishes wishes, Preview preview, Links links) {
    this.topics = topics;
    this.throttle = throttle;
    this.wishes = wishes;
    this.preview = preview;
    this.links = links;
  }

  /** The form asks by POST; whoever comes back to the address starts anew. */
  @GET
  public Response form() {
    return Response.seeOther(URI.create("/subscribe")).build();
  }

  /**
   * The second step of the subscribe page: what it would have sent, then the question where to.
   * With mistakes the step that was sent comes again.
   */
  @POST
  public Uni<Response> show(
      @RestForm("address") String address,
      @RestForm("form") String form,
      @BeanParam FilterFields fields,
      @Context HttpServerRequest request) {
    SubscribeForm shown =
        new SubscribeForm(
            links.formAge(form).isPresent() ? form : links.form(), fields.input(), address);
    return topics.all().flatMap(all -> show(shown, Pages.caller(request), all));
  }

  private Uni<Response> show(SubscribeForm form, Caller caller, List<Topic> all) {
    FilterReading reading =
        FilterReading.of(form.input(), all.stream().map(Topic::id).collect(Collectors.toSet()));
    if (!reading.good()) {
      return Uni.createFrom().item(Pages.formAgain(form.page(reading, null, Pages.ALMOST, all)));
    }
    return throttle
        .admitsPreview(caller)
        .flatMap(
            admitted ->
                admitted
                    ? wishes.known(reading).flatMap(whole -> show(form, whole, all))
                    : Uni.createFrom().item(later(form, all)))
        .onFailure(Preview.Busy.class)
        .recoverWithItem(() -> busy(form, all));
  }

  private Uni<Response> show(SubscribeForm form, FilterReading reading, List<Topic> all) {
    return reading.good()
        ? preview
            .of(reading.interests(), reading.schedule())
            .map(view -> Pages.form(form.page(view, all)))
        : Uni.createFrom().item(Pages.formAgain(form.page(reading, null, Pages.ALMOST, all)));
  }

  /** A preview is no condition of subscribing. */
  private static Response later(SubscribeForm form, List<Topic> all) {
    return Pages.formLater(
        Response.Status.TOO_MANY_REQUESTS,
        SECONDS_OF_AN_HOUR,
        form.page(WORDS.say("previews.too-many"), all));
  }

  private static Response busy(SubscribeForm form, List<Topic> all) {
    return Pages.formLater(
        Response.Status.SERVICE_UNAVAILABLE,
        Pages.SECONDS_TO_WAIT,
        form.page(WORDS.say("previews.crowd"), all));
  }
}
