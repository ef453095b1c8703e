package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.latex.ReadableMath;
import dev.paperboy.query.QuerySyntaxException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Papers of a name. */
@Path("/authors")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AuthorPages {
  private static final int TOPICS = 8;

  /** The latest; who has more is several people of one name. */
  private static final int TOPICS_OF = 300;

  private final PaperSearch papers;
  private final RenderedPages pages;

  @Context Request request;

  AuthorPages(PaperSearch papers, RenderedPages pages) {
    this.papers = papers;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance author(AuthorPage page);
  }

  @GET
  @Path("{name:.+}")
  @Operation(hidden = true)
  public Response author(@PathParam("name") String written, @QueryParam("page") String pageNumber) {
    String name = ReadableMath.of(written);
    int page = Pages.number(pageNumber);
    return pages.answer(
        request, address(name, page), () -> Templates.author(page(name, page)).render());
  }

  private AuthorPage page(String name, int page) {
    PaperList all = papersOf(name, 0, TOPICS_OF);
    if (all.total() == 0) {
      throw new NotFoundException("Paperboy has no papers of this name.");
    }
    int offset = Pages.offset(page);
    List<PaperCard> list =
        offset + Pages.SIZE <= all.papers().size() || all.papers().size() == all.total()
            ? all.papers().stream().skip(offset).limit(Pages.SIZE).toList()
            : papersOf(name, offset, Pages.SIZE).papers();
    List<PaperView> shown = PaperView.numbered(list, offset);
    return new AuthorPage(
        name,
        Numbers.papers(all.total()),
        shown,
        TopicPicks.from(all.papers(), TOPICS),
        Pages.at(page, shown.size(), all.total(), n -> address(name, n)),
        FeedLinks.of(name, "/feeds/search", "q", AuthorPage.query(name)));
  }

  private static String address(String name, int page) {
    return Link.to(AuthorPage.address(name)).with("page", Pages.written(page)).toString();
  }

  private PaperList papersOf(String name, int offset, int limit) {
    try {
      return papers.search(AuthorPage.query(name), ListOrder.DATE, offset, limit);
    } catch (QuerySyntaxException e) {
      return new PaperList(0, List.of());
    }
  }
}
