package dev.paperboy.classify.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperSearch;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A paper, as a page, as Markdown, and as a reference. */
@Path("/papers")
@Blocking
public class PaperPages {
  private static final int SIMILAR = 6;

  private final PaperSearch papers;
  private final ObjectMapper json;
  private final String publicUrl;

  PaperPages(
      PaperSearch papers,
      ObjectMapper json,
      @ConfigProperty(name = "paperboy.public-url") String publicUrl) {
    this.papers = papers;
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
          text(
              MediaType.TEXT_HTML,
              Templates.paper(
                      PaperPage.of(
                          card,
                          papers.keyPhrases(card),
                          papers.around(card.id(), SIMILAR),
                          papers.today(),
                          publicUrl))
                  .render());
      case MARKDOWN ->
          text(
              "text/markdown",
              PaperMarkdown.of(
                  card,
                  papers.keyPhrases(card),
                  papers.around(card.id(), 0).versions(),
                  publicUrl));
      case BIBTEX -> text("application/x-bibtex", BibTex.of(card));
      case RIS -> text("application/x-research-info-systems", Ris.of(card));
      case CSL ->
          text(
              "application/vnd.citationstyles.csl+json",
              json.writeValueAsString(List.of(CslItem.of(card))));
    };
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
