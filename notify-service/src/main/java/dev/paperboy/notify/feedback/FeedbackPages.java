package dev.paperboy.notify.feedback;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.pagekit.TokenAuthorised;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Where a digest's links to say something of a paper lead: a page with buttons, since mail programs
 * and their guards follow links by themselves.
 */
@Path("/feedback/{token}/{rank: [0-9]{1,3}}")
public class FeedbackPages {
  private static final String NOTHING = "none";

  private final Marks marks;
  private final Tokens tokens;

  FeedbackPages(Marks marks, Tokens tokens) {
    this.marks = marks;
    this.tokens = tokens;
  }

  @CheckedTemplate(basePath = "notify")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance feedback(FeedbackView view);
  }

  /** Shows what can be said of the paper at that place of the digest. */
  @GET
  @WithSession
  public Uni<Response> ask(@PathParam("token") String text, @PathParam("rank") int rank) {
    return sent(text, rank)
        .map(mark -> page(text, rank, mark, "What do you think of this paper?", words(mark)));
  }

  /** Keeps what is said. */
  @POST
  @TokenAuthorised
  @WithSession
  public Uni<Response> say(
      @PathParam("token") String text, @PathParam("rank") int rank, @RestForm("mark") String said) {
    Optional<MarkKind> kind = MarkKind.of(said);
    if (kind.isEmpty() && !NOTHING.equals(said)) {
      throw new BadRequestException("Please press one of the buttons.");
    }
    return sent(text, rank)
        .flatMap(
            before -> {
              Token token = token(text);
              Uni<Void> done =
                  kind.isPresent()
                      ? marks.put(token.subscriber(), before, kind.get())
                      : marks.remove(token.subscriber(), before.paper());
              return done.map(
                  kept -> {
                    Mark now = new Mark(before.paper(), before.title(), kind.orElse(null), null);
                    return page(
                        text, rank, now, kind.isPresent() ? "Noted" : "Taken back", words(now));
                  });
            });
  }

  private static Response page(String token, int rank, Mark mark, String heading, String words) {
    return Response.ok(
            Templates.feedback(
                new FeedbackView(
                    heading,
                    ReadableMath.of(mark.title()),
                    words,
                    "/feedback/" + token + "/" + rank,
                    List.of(
                        choice(MarkKind.MORE, "More like this", mark),
                        choice(MarkKind.LESS, "Less like this", mark),
                        choice(MarkKind.SAVED, "Save it", mark),
                        new FeedbackView.Choice(NOTHING, "No opinion", mark.kind() == null)),
                    "/digests/" + token)),
            MediaType.TEXT_HTML + ";charset=UTF-8")
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  private static FeedbackView.Choice choice(MarkKind kind, String name, Mark mark) {
    return new FeedbackView.Choice(kind.label(), name, mark.kind() == kind);
  }

  private static String words(Mark mark) {
    if (mark.kind() == null) {
      return "What you say here moves papers up or down among those that your filters find, from the"
          + " next digest on. Nothing else is recorded: no clicks, no opening of mails.";
    }
    return switch (mark.kind()) {
      case MORE -> "Papers like this one come further up, from the next digest on.";
      case LESS -> "Papers like this one come further down, from the next digest on.";
      case SAVED ->
          "It is on your list, which is at «Change your preferences», and papers like it come"
              + " further up.";
    };
  }

  private Uni<Mark> sent(String text, int rank) {
    Token token = token(text);
    return Subscriber.<Subscriber>findById(token.subscriber())
        .flatMap(
            subscriber ->
                subscriber == null
                        || subscriber.status != SubscriberStatus.ACTIVE
                        || subscriber.generation != token.generation()
                    ? Uni.createFrom().failure(gone())
                    : marks.sent(token.subscriber(), token.subject(), rank))
        .onItem()
        .ifNull()
        .failWith(FeedbackPages::gone);
  }

  private Token token(String text) {
    return tokens.read(text, Purpose.DIGEST).orElseThrow(FeedbackPages::gone);
  }

  private static ClientErrorException gone() {
    return new ClientErrorException(
        "This link was cut short, or the subscription it belonged to has ended. Links of a later"
            + " digest work.",
        Response.Status.GONE);
  }
}
