package dev.paperboy.classify.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.past.PaperPast;
import dev.paperboy.classify.past.Past;
import dev.paperboy.classify.past.TrendPast;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.events.PaperId;
import dev.paperboy.pagekit.cite.BibTex;
import dev.paperboy.pagekit.cite.CslItem;
import dev.paperboy.pagekit.cite.Ris;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A paper, as a page, as Markdown, and as a reference. */
@Path("/papers")
@Blocking
public class PaperPages {
  private static final int SIMILAR = 6;

  private final PaperSearch papers;
  private final Past past;
  private final TrendModel model;
  private final RenderedPages pages;
  private final ObjectMapper json;
  private final String publicUrl;

  @Context Request request;

  PaperPages(
      PaperSearch papers,
      Past past,
      TrendModel model,
      RenderedPages pages,
      ObjectMapper json,
      @ConfigProperty(name = "paperboy.public-url") String publicUrl) {
    this.papers = papers;
    this.past = past;
    this.model = model;
    this.pages = pages;
    this.json = json;
    this.publicUrl = publicUrl;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance paper(PaperPage page);
  }

  /** Ids hold slashes, so that all that follows is one. */
  @GET
  @Path("{address:.+}")
  @Operation(hidden = true)
  public Response paper(@PathParam("address") String written) throws JsonProcessingException {
    PaperAddress asked = PaperAddress.read(written);
    PaperCard card =
        papers
            .paper(asked.id())
            // An id may itself end like a form.
            .or(() -> papers.paper(written))
            .orElseThrow(PaperPages::unknown);
    if (asked.form() == PaperAddress.Form.PAGE && !asked.isCanonical(card.id())) {
      return Response.status(Response.Status.MOVED_PERMANENTLY)
          .location(URI.create(PaperAddress.of(card.id())))
          .build();
    }
    return switch (asked.form()) {
      case PAGE ->
          pages.answerWhole(request, PaperAddress.of(card.id()), () -> rendered(card.id()));
      case MARKDOWN ->
          text(
              "text/markdown",
              PaperMarkdown.of(
                  card,
                  papers.keyPhrases(card),
                  papers.around(card.id(), 0).versions(),
                  past.of(card.id()).discussions(),
                  publicUrl));
      case BIBTEX -> text("application/x-bibtex", BibTex.of(card));
      case RIS -> text("application/x-research-info-systems", Ris.of(card));
      case CSL ->
          text(
              "application/vnd.citationstyles.csl+json",
              json.writeValueAsString(List.of(CslItem.of(card))));
    };
  }

  /** Of the card as the index has it when the page is made, which is what the page is kept for. */
  private RenderedPages.Rendering rendered(PaperId id) {
    PaperCard card = papers.paper(id.toString()).orElseThrow(PaperPages::unknown);
    PaperPast known = past.of(id);
    return new RenderedPages.Rendering(
        Templates.paper(page(card, known)).render(), known != PaperPast.UNKNOWN);
  }

  private PaperPage page(PaperCard card, PaperPast known) {
    return PaperPage.of(
        card,
        papers.keyPhrases(card),
        papers.around(card.id(), SIMILAR),
        known,
        known == PaperPast.UNKNOWN
            ? new TreeMap<>()
            : TrendPast.of(
                card.trendParts(),
                model.usual(card.field()),
                card.announced(),
                papers.today(),
                known.days()),
        papers.today(),
        publicUrl);
  }

  private static Response text(String type, String body) {
    return Response.ok(body, type + ";charset=UTF-8").build();
  }

  private static NotFoundException unknown() {
    return new NotFoundException(
        "Paperboy does not have this paper. It may be older than what has been read, or not be"
            + " announced yet.");
  }
}
