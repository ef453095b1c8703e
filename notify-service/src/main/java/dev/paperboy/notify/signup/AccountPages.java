package dev.paperboy.notify.signup;

import dev.paperboy.events.PaperId;
import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.feedback.Mark;
import dev.paperboy.notify.feedback.Marks;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.TokenAuthorised;
import dev.paperboy.pagekit.paper.Paper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;

/** What is kept of a reader, to see, to take along, and to have erased. */
@Path("/preferences/{token}/account")
public class AccountPages {
  private static final Wording WORDS = Wording.of("signup");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

  private final FreshLink link;
  private final AccountStore store;
  private final Marks marks;
  private final Links links;

  AccountPages(FreshLink link, AccountStore store, Marks marks, Links links) {
    this.link = link;
    this.store = store;
    this.marks = marks;
    this.links = links;
  }

  /** The latest digests, and the papers that were marked. */
  @GET
  @WithSession
  public Uni<Response> history(@PathParam("token") String text) {
    return link.owner(text).flatMap(reader -> history(text, reader));
  }

  /** Takes back what was said of a paper. */
  @POST
  @TokenAuthorised
  @WithSession
  public Uni<Response> unmark(@PathParam("token") String text, @RestForm("paper") String paper) {
    return link.owner(text)
        .flatMap(reader -> marks.remove(reader.id, paper).chain(() -> history(text, reader)));
  }

  private Uni<Response> history(String text, Subscriber reader) {
    return store
        .digests(reader.id)
        .flatMap(
            digests ->
                marks
                    .of(reader.id)
                    .map(
                        marked ->
                            Pages.ok(
                                Pages.Templates.history(
                                    new HistoryView(
                                        text,
                                        reader.hasLeft(),
                                        digests.stream().map(past -> past(reader, past)).toList(),
                                        marked.stream().map(AccountPages::marked).toList())))));
  }

  private HistoryView.Past past(Subscriber reader, AccountStore.Past past) {
    boolean mailed = past.subject() != null && !"failed".equals(past.status());
    return new HistoryView.Past(
        DAY.format(past.day()),
        mailed ? past.subject() : nothing(past),
        past.subject() == null ? null : links.digest(reader.id, reader.generation, past.id()));
  }

  private static String nothing(AccountStore.Past past) {
    if ("failed".equals(past.status())) {
      return WORDS.say("account.failed");
    }
    return switch (past.reason() == null ? "" : past.reason()) {
      case "no-announcement" -> WORDS.say("account.no-announcement");
      case "source-stale" -> WORDS.say("account.source-stale");
      case "nothing-matched" -> WORDS.say("account.nothing-matched");
      default -> WORDS.say("account.nothing");
    };
  }

  private static HistoryView.Marked marked(Mark mark) {
    return new HistoryView.Marked(
        mark.paper(),
        ReadableMath.of(mark.title()),
        Paper.path(PaperId.parse(mark.paper())),
        switch (mark.kind()) {
          case MORE -> WORDS.say("account.more");
          case LESS -> WORDS.say("account.less");
          case SAVED -> WORDS.say("account.saved");
        });
  }

  /** All that is kept, as a file. */
  @GET
  @Path("export")
  @Produces(MediaType.APPLICATION_JSON)
  @WithSession
  public Uni<Response> export(@PathParam("token") String text) {
    return link.owner(text)
        .flatMap(reader -> store.export(reader.id))
        .map(
            json ->
                Response.ok(json, MediaType.APPLICATION_JSON)
                    .header("Content-Disposition", "attachment; filename=\"paperboy.json\"")
                    .header("Cache-Control", "no-store")
                    .build());
  }

  /** Asks whether that is meant. */
  @GET
  @Path("erase")
  @WithSession
  public Uni<Response> ask(@PathParam("token") String text) {
    return link.owner(text)
        .map(
            reader ->
                Pages.ok(
                    MessageView.of(
                            WORDS.say("erase.heading"),
                            WORDS.say(
                                reader.hasLeft() ? "erase.left" : "erase.active", reader.address))
                        .withButton(
                            "/preferences/" + text + "/account/erase", WORDS.say("erase.button"))
                        .withLink(
                            "/preferences/" + text + (reader.hasLeft() ? "/account" : ""),
                            WORDS.say("back"))));
  }

  /** Forgets the reader. */
  @POST
  @Path("erase")
  @TokenAuthorised
  @WithSession
  public Uni<Response> erase(@PathParam("token") String text) {
    return link.owner(text)
        .flatMap(reader -> store.erase(reader.id))
        .map(
            gone ->
                Pages.ok(
                    MessageView.of(WORDS.say("erased.heading"), WORDS.say("erased"))
                        .withLink("/", WORDS.say("to.papers"))));
  }
}
