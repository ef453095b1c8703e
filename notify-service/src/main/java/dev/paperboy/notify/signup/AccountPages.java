package dev.paperboy.notify.signup;

import dev.paperboy.events.PaperId;
import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.feedback.Mark;
import dev.paperboy.notify.feedback.Marks;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Links;
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
                                        hasLeft(reader),
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
      return "The mail could not be delivered; its papers were in the next one";
    }
    return switch (past.reason() == null ? "" : past.reason()) {
      case "no-announcement" -> "Nothing: no papers were announced";
      case "source-stale" -> "Nothing: the source was late";
      case "nothing-matched" -> "Nothing: no new paper fitted your filters";
      default -> "Nothing";
    };
  }

  private static HistoryView.Marked marked(Mark mark) {
    return new HistoryView.Marked(
        mark.paper(),
        ReadableMath.of(mark.title()),
        Paper.path(PaperId.parse(mark.paper())),
        switch (mark.kind()) {
          case MORE -> "More like this";
          case LESS -> "Less like this";
          case SAVED -> "Saved";
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
                            "Erase everything?",
                            (hasLeft(reader)
                                    ? "Your address " + reader.address
                                    : "Your subscription to "
                                        + reader.address
                                        + " ends at once, and your address")
                                + ", filters, marks and the list of what you were sent are deleted."
                                + " This can't be undone; nothing of it is kept.")
                        .withButton("/preferences/" + text + "/account/erase", "Erase everything")
                        .withLink(
                            "/preferences/" + text + (hasLeft(reader) ? "/account" : ""), "Back")));
  }

  private static boolean hasLeft(Subscriber reader) {
    return reader.status == SubscriberStatus.UNSUBSCRIBED;
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
                    MessageView.of(
                            "All is erased",
                            "Nothing is known of you here any more. Links in your old mails lead"
                                + " nowhere; a mail that is on its way just now may still come.")
                        .withLink("/", "To the papers")));
  }
}
