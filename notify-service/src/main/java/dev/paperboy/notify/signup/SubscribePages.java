package dev.paperboy.notify.signup;

import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.shelf.TopicCatalogue;
import dev.paperboy.notify.subscriber.Address;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Where readers come in: the form, filled by a link or not, and its answer. */
@Path("/subscribe")
public class SubscribePages {
  private static final Wording WORDS = Wording.of("signup");

  private final TopicCatalogue topics;
  private final Signup signup;
  private final Throttle throttle;
  private final Wishes wishes;
  private final Links links;
  private final Duration minFillTime;

  SubscribePages(
      TopicCatalogue topics,
      Signup signup,
      Throttle throttle,
      Wishes wishes,
      Links links,
      @ConfigProperty(name = "paperboy.signup.min-fill-time", defaultValue = "1S")
          Duration minFillTime) {
    this.topics = topics;
    this.signup = signup;
    this.throttle = throttle;
    this.wishes = wishes;
    this.links = links;
    this.minFillTime = minFillTime;
  }

  /** The first step of the form; a link may fill in what of the filter it likes. */
  @GET
  public Uni<Response> form(
      @RestQuery("topic") List<String> topic,
      @RestQuery("q") List<String> query,
      @RestQuery("cat") List<String> cat,
      @RestQuery("category") List<String> category,
      @RestQuery("author") List<String> author,
      @RestQuery("about") List<String> about,
      @RestQuery("like") List<String> like,
      @RestQuery("without") List<String> without) {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(FilterInput.TOPIC, topic);
    fields.put(FilterInput.KEYWORDS, query);
    fields.put(FilterInput.CATEGORY, Stream.concat(cat.stream(), category.stream()).toList());
    fields.put(FilterInput.AUTHORS, author);
    fields.put(FilterInput.ABOUT, about);
    fields.put(FilterInput.EXAMPLES, like);
    fields.put(FilterInput.EXCLUSIONS, without);
    return topics
        .all()
        .map(
            all ->
                Pages.form(SubscribeForm.empty(links.form(), new FilterInput(fields)).page(all)));
  }

  /** Takes the form. The answer is the same whether or not the address is known. */
  @POST
  public Uni<Response> subscribe(
      @RestForm("address") String typed,
      @RestForm("form") String form,
      @RestForm("website") String website,
      @BeanParam FilterFields fields,
      @Context HttpServerRequest request) {
    if (website != null && !website.isEmpty()) {
      // No person sees that field.
      return Uni.createFrom().item(SubscribePages::thanks);
    }
    FilterInput input = fields.input();
    return topics.all().flatMap(all -> take(typed, input, form, Pages.caller(request), all));
  }

  private Uni<Response> take(
      String typed, FilterInput input, String form, Caller caller, List<Topic> all) {
    Set<String> known = all.stream().map(Topic::id).collect(Collectors.toSet());
    FilterReading reading = FilterReading.of(input, known);
    Address address = null;
    String addressProblem = null;
    try {
      address = Address.parse(typed);
    } catch (IllegalArgumentException e) {
      addressProblem = e.getMessage();
    }
    SubscribeForm shown = new SubscribeForm(sameOrNew(form), input, typed).asking();
    String problem = formProblem(form, addressProblem == null && reading.good());
    if (problem != null) {
      return Uni.createFrom()
          .item(Pages.formAgain(shown.page(reading, addressProblem, problem, all)));
    }
    Address checked = address;
    return throttle
        .admits(caller)
        .flatMap(
            admitted ->
                admitted ? wishes.known(reading) : Uni.createFrom().failure(Pages.tooMany()))
        .flatMap(
            whole ->
                whole.good()
                    ? signup.signUp(checked, whole).map(done -> thanks())
                    : Uni.createFrom()
                        .item(Pages.formAgain(shown.page(whole, null, Pages.ALMOST, all))));
  }

  private String formProblem(String form, boolean good) {
    if (!good) {
      return Pages.ALMOST;
    }
    Optional<Duration> age = links.formAge(form);
    if (age.isEmpty()) {
      return WORDS.say("form.old");
    }
    return age.get().compareTo(minFillTime) < 0 ? WORDS.say("form.quick") : null;
  }

  /** The form's age counts from when it was first shown: whoever presses again has waited. */
  private String sameOrNew(String form) {
    return links.formAge(form).isPresent() ? form : links.form();
  }

  private static Response thanks() {
    return Pages.ok(
        MessageView.of(WORDS.say("look"), WORDS.say("subscribe.sent"), WORDS.say("subscribe.spam"))
            .withLink("/", WORDS.say("to.trending.meanwhile")));
  }
}
