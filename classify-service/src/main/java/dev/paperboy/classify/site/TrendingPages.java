package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.FieldName;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.TrendWindow;
import dev.paperboy.classify.topic.Taxonomy;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The front page: the subscribe box, the search box, the ranked list. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TrendingPages {
  private static final int PICKS = 8;

  private final PaperSearch papers;
  private final Announcements announcements;
  private final Taxonomy taxonomy;
  private final RenderedPages pages;

  @Context Request request;

  TrendingPages(
      PaperSearch papers, Announcements announcements, Taxonomy taxonomy, RenderedPages pages) {
    this.papers = papers;
    this.announcements = announcements;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance trending(TrendingView view);
  }

  @GET
  @Operation(hidden = true)
  public Response trending(
      @QueryParam("window") String windowName,
      @QueryParam("field") String fieldName,
      @QueryParam("page") String pageNumber) {
    TrendWindow window = TrendWindow.named(windowName);
    String field = fieldName == null || fieldName.isBlank() ? null : fieldName.strip();
    int page = Pages.number(pageNumber);
    return pages.answer(
        request,
        address(window, field, page),
        () -> Templates.trending(view(window, field, page)).render());
  }

  private TrendingView view(TrendWindow window, String field, int page) {
    PaperList list = papers.trending(window, field, Pages.offset(page), Pages.SIZE);
    List<PaperView> shown = PaperView.numbered(list.papers(), Pages.offset(page));
    return new TrendingView(
        ReadableDate.upTo(papers.today(), announcements.latest()),
        window,
        field,
        announcements.fields().stream().map(f -> TrendingView.fieldChoice(f, field)).toList(),
        TopicPicks.from(announcements.byTopicOfTheMonth(), taxonomy::get, PICKS),
        shown,
        Pages.at(page, shown.size(), list.total(), n -> address(window, field, n)),
        FeedLinks.of(
            field == null ? window.title() : window.title() + " in " + FieldName.of(field),
            "/feeds/trending",
            "window",
            window == TrendWindow.DAY ? null : window.value(),
            "field",
            field));
  }

  private static String address(TrendWindow window, String field, int page) {
    return TrendingView.address(window, field).with("page", Pages.written(page)).toString();
  }
}
