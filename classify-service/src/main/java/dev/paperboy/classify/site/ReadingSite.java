package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.query.QuerySyntaxException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Search. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReadingSite {
  private static final int LONGEST_QUERY = 1000;

  private final PaperSearch papers;

  ReadingSite(PaperSearch papers) {
    this.papers = papers;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance search(SearchView view);
  }

  /** Papers that match a query; without one, what can be asked. */
  @GET
  @Path("search")
  @Operation(hidden = true)
  public TemplateInstance search(
      @QueryParam("q") String asked, @QueryParam("page") String pageNumber) {
    String query = asked == null ? "" : asked.strip();
    if (query.length() > LONGEST_QUERY) {
      throw new BadRequestException(
          "A query may have "
              + LONGEST_QUERY
              + " characters; this one has "
              + query.length()
              + ".");
    }
    int page = Pages.number(pageNumber);
    QueryProblem problem = null;
    PaperList list = new PaperList(0, List.of());
    if (!query.isEmpty()) {
      try {
        list = papers.search(query, Pages.offset(page), Pages.SIZE);
      } catch (QuerySyntaxException e) {
        problem = QueryProblem.of(query, e.position(), e.problem(), e.suggestion());
        list = papers.searchWords(query, Pages.offset(page), Pages.SIZE);
      }
    }
    List<PaperView> shown = PaperView.numbered(list.papers(), Pages.offset(page));
    return Templates.search(
        new SearchView(
            ReadableDate.withWeekday(papers.today()),
            query,
            problem,
            list.total(),
            shown,
            Pages.at(
                page,
                shown.size(),
                list.total(),
                n -> Link.to("/search").with("q", query).with("page", Pages.written(n)).toString()),
            FeedLinks.of(query, "/feeds/search", "q", query)));
  }
}
