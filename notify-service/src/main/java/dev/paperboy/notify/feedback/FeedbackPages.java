package dev.paperboy.notify.feedback;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.notify.wording.Wording;
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
  private static final Wording WORDS = Wording.of("feedback");

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
    return sent(text, rank).map(mark -> page(text, rank, mark, WORDS.say("ask"), words(mark)));
  }

  /** Keeps what is said. */
  @POST
  @TokenAuthorised
  @WithSession
  public Uni<Response> say(
      @PathParam("token") String text, @PathParam("rank") int rank, @RestForm("mark") String said) {
    Optional<MarkKind> kind = MarkKind.of(said);
    if (kind.isEmpty() && !NOTHING.equals(said)) {
      throw new BadRequestException(WORDS.say("choose"));
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
                        text,
                        rank,
                        now,
                        kind.isPresent() ? WORDS.say("noted") : WORDS.say("taken-back"),
                        words(now));
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
                        choice(MarkKind.MORE, WORDS.say("more"), mark),
                        choice(MarkKind.LESS, WORDS.say("less"), mark),
                        choice(MarkKind.SAVED, WORDS.say("save"), mark),
                        new FeedbackView.Choice(
                            NOTHING, WORDS.say("no-opinion"), mark.kind() == null)),
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
      return WORDS.say("said.nothing");
    }
    return switch (mark.kind()) {
      case MORE -> WORDS.say("said.more");
      case LESS -> WORDS.say("said.less");
      case SAVED -> WORDS.say("said.saved");
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
    return new ClientErrorException(WORDS.say("gone"), Response.Status.GONE);
  }
}
