package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Schedule;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
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
  private static final String INSTEAD = "You can pause at «Change your preferences», too.";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
  private static final List<Choice> CHOICES =
      List.of(
          new Choice("7", "a week", true),
          new Choice("14", "two weeks", false),
          new Choice("30", "thirty days", false),
          new Choice("90", "ninety days", false));

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
                          until == null ? "Pause the digests?" : "The digests rest",
                          until == null
                              ? "The first digest after it brings the best of what came meanwhile,"
                                  + " up to thirty days back."
                              : "They come again on " + DAY.format(until) + ".",
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
                throw new BadRequestException("Please choose from the list how long to pause.");
              }
              Schedule schedule = subscriber.schedule();
              LocalDate until = today(schedule).plusDays(Long.parseLong(days));
              boolean ends = "0".equals(days);
              subscriber.take(schedule.pausedUntil(ends ? null : until));
              return Pages.ok(
                  MessageView.of(
                          ends ? "The pause is over" : "The digests rest",
                          ends
                              ? "Digests come again "
                                  + ScheduleWords.of(subscriber.schedule())
                                  + "."
                              : "They come again on " + DAY.format(until) + ".")
                      .withLink("/digests/" + text + "/pause", "Change that"));
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
