package dev.paperboy.classify.site;

import dev.paperboy.classify.search.ListOrder;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Papers of a name. */
@Path("/authors")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AuthorPages {
  private static final int TOPICS = 8;

  private final PaperSearch papers;

  AuthorPages(PaperSearch papers) {
    this.papers = papers;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance author(AuthorPage page);
  }

  @GET
  @Path("{name:.+}")
  @Operation(hidden = true)
  public TemplateInstance author(
      @PathParam("name") String written, @QueryParam("page") String pageNumber) {
    String name = ReadableMath.of(written);
    int page = Pages.number(pageNumber);
    PaperList list = papersOf(name, Pages.offset(page));
    if (list.total() == 0) {
      throw new NotFoundException("Paperboy has no papers of this name.");
    }
    List<PaperView> shown = PaperView.numbered(list.papers(), Pages.offset(page));
    return Templates.author(
        new AuthorPage(
            name,
            DayChart.papers(list.total()),
            shown,
            TopicPicks.from(list.papers(), TOPICS),
            Pages.at(
                page,
                shown.size(),
                list.total(),
                n ->
                    Link.to(AuthorPage.address(name))
                        .with("page", n == 1 ? null : Integer.toString(n))
                        .toString()),
            FeedLinks.of(name, "/feeds/search", "q", AuthorPage.query(name))));
  }

  private PaperList papersOf(String name, int offset) {
    try {
      return papers.search(AuthorPage.query(name), ListOrder.DATE, offset, Pages.SIZE);
    } catch (QuerySyntaxException e) {
      return new PaperList(0, List.of());
    }
  }
}
