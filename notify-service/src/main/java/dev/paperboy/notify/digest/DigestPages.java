package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Mail;
import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.pagekit.cite.BibTex;
import dev.paperboy.pagekit.feed.FeedFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A digest on the web, for whoever has its link. */
@Path("/digests")
public class DigestPages {
  /** The mail as it was sent: its styles are inline, and it loads nothing. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

  private static final String GONE =
      "%% %d papers of this digest are older than what is kept here, and not in this file.\n\n";

  private final Tokens tokens;
  private final Shelf shelf;

  DigestPages(Tokens tokens, Shelf shelf) {
    this.tokens = tokens;
    this.shelf = shelf;
  }

  /** The digest that a link was made for. */
  @GET
  @Path("{token}")
  @Produces(MediaType.TEXT_HTML)
  @WithSession
  public Uni<Response> show(@PathParam("token") String text) {
    return mail(text)
        .map(
            mail ->
                Response.ok(mail.html)
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Robots-Tag", "noindex")
                    .build());
  }

  /** Its papers as BibTeX, in its order, those that are told by title only among them. */
  @GET
  @Path("{token}/papers.bib")
  @WithSession
  public Uni<Response> references(@PathParam("token") String text) {
    return mail(text)
        .flatMap(mail -> shelf.sentIn(mail.digestId))
        .map(
            sent ->
                Response.ok(
                        (sent.gone() == 0 ? "" : GONE.formatted(sent.gone()))
                            + BibTex.of(sent.papers()),
                        FeedFormat.BIB.contentType())
                    .header("Content-Disposition", "attachment; filename=\"papers.bib\"")
                    .header("X-Robots-Tag", "noindex")
                    .build());
  }

  private Uni<Mail> mail(String text) {
    return Uni.createFrom()
        .optional(tokens.read(text, Purpose.DIGEST))
        .onItem()
        .ifNull()
        .failWith(DigestPages::gone)
        .flatMap(
            token ->
                Subscriber.<Subscriber>findById(token.subscriber())
                    .flatMap(
                        subscriber ->
                            subscriber == null || subscriber.generation != token.generation()
                                ? Uni.createFrom().<Mail>nullItem()
                                : Mail.<Mail>find("digestId", token.subject()).firstResult()))
        .onItem()
        .ifNull()
        .failWith(DigestPages::gone);
  }

  private static NotFoundException gone() {
    return new NotFoundException(
        "There is no digest at this address. The link may have been cut short, or the subscription"
            + " it belonged to has ended.");
  }
}
