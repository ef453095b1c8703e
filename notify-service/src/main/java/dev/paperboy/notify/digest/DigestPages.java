package dev.paperboy.notify.digest;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.mail.Mail;
import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.cite.BibTex;
import dev.paperboy.pagekit.feed.FeedFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A digest on the web, for whoever has its link. */
@Path("/digests")
public class DigestPages {
  private static final Wording WORDS = Wording.of("digest");

  /** The mail as it was sent: its styles are inline, and it loads nothing. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

  private final Tokens tokens;
  private final Shelf shelf;

  DigestPages(Tokens tokens, Shelf shelf) {
    this.tokens = tokens;
    this.shelf = shelf;
  }

  @CheckedTemplate(basePath = "notify")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance oldDigest(OldDigestView view);
  }

  /** The digest that a link was made for: the mail, or its papers where the mail is not kept. */
  @GET
  @Path("{token}")
  @Produces(MediaType.TEXT_HTML)
  @WithSession
  public Uni<Response> show(@PathParam("token") String text) {
    return mail(text)
        .flatMap(
            mail ->
                mail.bodiless
                    ? old(text, mail)
                    : Uni.createFrom()
                        .item(
                            Response.ok(mail.html)
                                .header("Content-Security-Policy", POLICY)
                                .header("X-Robots-Tag", "noindex")
                                .build()));
  }

  private Uni<Response> old(String token, Mail mail) {
    return Digest.<Digest>findById(mail.digestId)
        .flatMap(
            digest ->
                shelf
                    .sentIn(digest.id)
                    .map(
                        sent ->
                            Response.ok(
                                    Templates.oldDigest(view(token, digest.day, sent)),
                                    MediaType.TEXT_HTML + ";charset=UTF-8")
                                .header("X-Robots-Tag", "noindex")
                                .build()));
  }

  private static OldDigestView view(String token, LocalDate day, Shelf.SentPapers sent) {
    return new OldDigestView(
        WORDS.say("old.heading", DAY.format(day)),
        sent.papers().stream()
            .map(
                paper ->
                    new DigestTitle(ReadableMath.of(paper.title()), paper.path(), paper.specimen()))
            .toList(),
        sent.gone(),
        sent.papers().isEmpty() ? null : "/digests/" + token + "/papers.bib");
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
                        (sent.gone() == 0
                                ? ""
                                : "% " + WORDS.count("bibtex.gone", sent.gone()) + "\n\n")
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
    return new NotFoundException(WORDS.say("digest.gone"));
  }
}
