package dev.paperboy.notify.signup;

import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.shelf.TopicCatalogue;
import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Frequency;
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
import java.time.Clock;
import java.util.List;

/** Where a confirmation link leads: a button for the reader, nothing for link scanners. */
@Path("/confirm/{token}")
public class ConfirmPages {
  private static final Wording WORDS = Wording.of("signup");

  private final Tokens tokens;
  private final TopicCatalogue topics;
  private final Clock clock = Clock.systemUTC();

  ConfirmPages(Tokens tokens, TopicCatalogue topics) {
    this.tokens = tokens;
    this.topics = topics;
  }

  /** Shows what will be subscribed to, and the button. */
  @GET
  @WithSession
  public Uni<Response> ask(@PathParam("token") String text) {
    return subscriber(text)
        .flatMap(
            subscriber ->
                subscriber.status == SubscriberStatus.ACTIVE
                    ? Uni.createFrom().item(welcome(subscriber))
                    : Filter.of(subscriber.id)
                        .flatMap(
                            filters ->
                                topics.all().map(all -> question(text, subscriber, filters, all))));
  }

  /** Confirms. */
  @POST
  @TokenAuthorised
  @WithTransaction
  public Uni<Response> confirm(@PathParam("token") String text) {
    return subscriber(text)
        .map(
            subscriber -> {
              if (subscriber.status == SubscriberStatus.PENDING) {
                subscriber.confirm(clock.instant());
              }
              return welcome(subscriber);
            });
  }

  /**
   * The subscriber of a link that may still be used: pending and of its generation, or just
   * confirmed by it, since people press buttons twice.
   */
  private Uni<Subscriber> subscriber(String text) {
    Token token =
        tokens
            .read(text, Purpose.CONFIRM)
            .orElseThrow(() -> Pages.gone(WORDS.say("confirm.instead")));
    return Subscriber.<Subscriber>findById(token.subscriber())
        .onItem()
        .transform(
            subscriber -> {
              boolean pending =
                  subscriber != null
                      && subscriber.status == SubscriberStatus.PENDING
                      && subscriber.generation == token.generation();
              boolean justConfirmed =
                  subscriber != null
                      && subscriber.status == SubscriberStatus.ACTIVE
                      && subscriber.generation == token.generation() + 1;
              if (!pending && !justConfirmed) {
                throw Pages.gone(WORDS.say("confirm.instead"));
              }
              return subscriber;
            });
  }

  private static Response question(
      String token, Subscriber subscriber, List<Filter> filters, List<Topic> taxonomy) {
    return Pages.ok(
        MessageView.of(WORDS.say("confirm.heading"), WORDS.say("confirm.ask"))
            .withWishes(WishList.of(subscriber, filters.getFirst().interests(), taxonomy))
            .withButton("/confirm/" + token, WORDS.say("confirm.button")));
  }

  private static Response welcome(Subscriber subscriber) {
    return Pages.ok(
        MessageView.of(
                WORDS.say("welcome.heading"),
                WORDS.say(
                    subscriber.frequency == Frequency.DAILY ? "welcome.daily" : "welcome.some-days",
                    ScheduleWords.of(subscriber.schedule())),
                WORDS.say("welcome.links"))
            .withLink("/", WORDS.say("to.trending")));
  }
}
