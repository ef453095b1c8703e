package dev.paperboy.classify.site;

import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.TrendWindow;
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

/** What is trending, and search. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReadingSite {
  private static final int LONGEST_QUERY = 1000;
  private static final int PICKS = 8;

  /** Enough to see what the month is about. */
  private static final int PICKED_FROM = 60;

  private final PaperSearch papers;
  private final Announcements announcements;

  ReadingSite(PaperSearch papers, Announcements announcements) {
    this.papers = papers;
    this.announcements = announcements;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance trending(TrendingView view);

    static native TemplateInstance search(SearchView view);
  }

  /** The front page: the subscribe box, the search box, the ranked list. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance trending(
      @QueryParam("window") String windowName,
      @QueryParam("field") String fieldName,
      @QueryParam("page") String pageNumber) {
    TrendWindow window = TrendWindow.named(windowName);
    String field = fieldName == null || fieldName.isBlank() ? null : fieldName.strip();
    int page = Pages.number(pageNumber);
    PaperList list = papers.trending(window, field, Pages.offset(page), Pages.SIZE);
    List<PaperView> shown = PaperView.numbered(list.papers(), Pages.offset(page));
    return Templates.trending(
        new TrendingView(
            ReadableDate.upTo(papers.today(), announcements.latest()),
            window,
            field,
            announcements.fields().stream().map(f -> TrendingView.fieldChoice(f, field)).toList(),
            TopicPicks.from(
                papers.trending(TrendWindow.MONTH, null, 0, PICKED_FROM).papers(), PICKS),
            shown,
            Pages.at(
                page,
                shown.size(),
                list.total(),
                n -> TrendingView.address(window, field).with("page", number(n)).toString()),
            FeedLinks.of(
                "Trending",
                "/feeds/trending",
                "window",
                window == TrendWindow.DAY ? null : window.value(),
                "field",
                field)));
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
                n -> Link.to("/search").with("q", query).with("page", number(n)).toString()),
            FeedLinks.of(query, "/feeds/search", "q", query)));
  }

  private static String number(int page) {
    return page == 1 ? null : Integer.toString(page);
  }
}
