package dev.paperboy.classify.site;

import dev.paperboy.classify.search.Facets;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.SearchResult;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.query.PaperQuery;
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

  private static final SearchResult NOTHING_ASKED =
      new SearchResult(new PaperList(0, List.of()), Facets.NONE, null);

  private final PaperSearch papers;
  private final Taxonomy taxonomy;

  ReadingSite(PaperSearch papers, Taxonomy taxonomy) {
    this.papers = papers;
    this.taxonomy = taxonomy;
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
      @QueryParam("q") String asked,
      @QueryParam("sort") String sort,
      @QueryParam("page") String pageNumber) {
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
    ListOrder order = ListOrder.named(sort).orElse(ListOrder.RELEVANCE);
    QueryProblem problem = null;
    PaperQuery read;
    try {
      read = PaperQuery.parse(query);
    } catch (QuerySyntaxException e) {
      problem = QueryProblem.of(query, e.position(), e.problem(), e.suggestion());
      read = PaperQuery.words(query);
    }
    SearchResult result =
        query.isEmpty()
            ? NOTHING_ASKED
            : papers.explore(read, order, Pages.offset(page), Pages.SIZE);
    PaperList list = result.list();
    List<PaperView> shown = PaperView.found(list.papers(), Pages.offset(page), read);
    return Templates.search(
        new SearchView(
            ReadableDate.withWeekday(papers.today()),
            query,
            problem,
            order,
            list.total(),
            shown,
            Pages.at(
                page,
                shown.size(),
                list.total(),
                n -> SearchView.address(query, order).with("page", Pages.written(n)).toString()),
            FeedLinks.of(query, "/feeds/search", "q", query),
            Facet.of(read, order, result.facets(), this::topicName),
            result.meant() == null ? null : result.meant().canonical()));
  }

  private String topicName(String id) {
    Topic topic = taxonomy.get(id);
    return topic == null ? id : topic.name();
  }
}
