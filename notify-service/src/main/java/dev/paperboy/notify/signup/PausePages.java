package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Schedule;
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
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Where a digest's link to a pause leads: whoever was forwarded it may let the digests rest, but
 * not see or change what they hold.
 */
@Path("/digests/{token}/pause")
public class PausePages {
  private static final Wording WORDS = Wording.of("signup");

  private static final String INSTEAD = WORDS.say("pause.instead");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
  private static final List<Choice> CHOICES =
      List.of(
          new Choice("7", WORDS.say("pause.7"), true),
          new Choice("14", WORDS.say("pause.14"), false),
          new Choice("30", WORDS.say("pause.30"), false),
          new Choice("90", WORDS.say("pause.90"), false));

  private final Tokens tokens;
  private final Clock clock;

  PausePages(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Asks for how long. */
  @GET
  @WithSession
  public Uni<Response> ask(@PathParam("token") String text) {
    return subscriber(text)
        .map(
            subscriber -> {
              LocalDate until = until(subscriber);
              return Pages.ok(
                  Pages.Templates.pause(
                      new PauseView(
                          until == null ? WORDS.say("pause.heading") : WORDS.say("paused.heading"),
                          until == null
                              ? WORDS.say("pause.ask")
                              : WORDS.say("paused.until", DAY.format(until)),
                          "/digests/" + text + "/pause",
                          CHOICES,
                          until != null)));
            });
  }

  /** Lets digests rest for so many days from the reader's today on; 0 ends a pause. */
  @POST
  @TokenAuthorised
  @WithTransaction
  public Uni<Response> pause(@PathParam("token") String text, @RestForm("days") String days) {
    return subscriber(text)
        .map(
            subscriber -> {
              if (!"0".equals(days) && CHOICES.stream().noneMatch(c -> c.id().equals(days))) {
                throw new BadRequestException(WORDS.say("pause.choose"));
              }
              Schedule schedule = subscriber.schedule();
              LocalDate until = today(schedule).plusDays(Long.parseLong(days));
              boolean ends = "0".equals(days);
              subscriber.take(schedule.pausedUntil(ends ? null : until));
              return Pages.ok(
                  MessageView.of(
                          ends ? WORDS.say("pause.over.heading") : WORDS.say("paused.heading"),
                          ends
                              ? WORDS.say("pause.over", ScheduleWords.of(subscriber.schedule()))
                              : WORDS.say("paused.until", DAY.format(until)))
                      .withLink("/digests/" + text + "/pause", WORDS.say("pause.change")));
            });
  }

  private LocalDate until(Subscriber subscriber) {
    Schedule schedule = subscriber.schedule();
    LocalDate until = schedule.pausedUntil();
    return until != null && until.isAfter(today(schedule)) ? until : null;
  }

  private LocalDate today(Schedule schedule) {
    return clock.instant().atZone(schedule.zone()).toLocalDate();
  }

  private Uni<Subscriber> subscriber(String text) {
    Token token = tokens.read(text, Purpose.DIGEST).orElseThrow(() -> Pages.gone(INSTEAD));
    return Subscriber.<Subscriber>findById(token.subscriber())
        .onItem()
        .transform(
            subscriber -> {
              if (subscriber == null
                  || subscriber.status != SubscriberStatus.ACTIVE
                  || subscriber.generation != token.generation()) {
                throw Pages.gone(INSTEAD);
              }
              return subscriber;
            });
  }
}
