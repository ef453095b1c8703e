package dev.paperboy.classify.site;

import dev.paperboy.classify.trend.TrendParts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What readers may want to know about the site itself. */
@Path("/about")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AboutPages {
  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance ranking(RankingPage page);
  }

  private final TrendParts trend;
  private final RenderedPages pages;

  @Context Request request;

  AboutPages(TrendParts trend, RenderedPages pages) {
    this.trend = trend;
    this.pages = pages;
  }

  @GET
  @Path("ranking")
  @Operation(hidden = true)
  public Response ranking() {
    return pages.answer(
        request, "/about/ranking", () -> Templates.ranking(RankingPage.of(trend)).render());
  }
}
