package dev.paperboy.classify.api;

import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.past.Past;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.events.PaperId;
import dev.paperboy.query.QuerySyntaxException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The Hugging Face papers API over our papers, so that its clients work when their endpoint is
 * ours. Errors are {@code {"error": "…"}}, which those clients show.
 */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hugging Face papers API")
@Blocking
public class HfPapers {
  private static final int USUAL = 50;
  private static final int MOST = 100;

  private final PaperSearch papers;
  private final Announcements announcements;
  private final Past past;
  private final String publicUrl;

  HfPapers(
      PaperSearch papers,
      Announcements announcements,
      Past past,
      @ConfigProperty(name = "paperboy.public-url") String publicUrl) {
    this.papers = papers;
    this.announcements = announcements;
    this.past = past;
    this.publicUrl = publicUrl;
  }

  @GET
  @Path("daily_papers")
  @Operation(operationId = "daily_papers", summary = "Papers of a day, a week or a month")
  public List<HfPaper.Entry> daily(
      @Parameter(description = "2026-05-12; without any, the latest announcement")
          @QueryParam("date")
          String date,
      @Parameter(description = "2026-W20") @QueryParam("week") String week,
      @Parameter(description = "2026-05") @QueryParam("month") String month,
      @Parameter(description = "nobody submits papers here: with one, the list is empty")
          @QueryParam("submitter")
          String submitter,
      @Parameter(description = "publishedAt or trending") @QueryParam("sort") String sort,
      @Parameter(description = "page, from 0") @QueryParam("p") String page,
      @Parameter(description = "1 to 100, else 50") @QueryParam("limit") String limit) {
    if (sort != null && !sort.equals("publishedAt") && !sort.equals("trending")) {
      throw error(400, "sort is publishedAt or trending");
    }
    DateSpan span = span(date, week, month);
    if (span == null || (submitter != null && !submitter.isBlank())) {
      return List.of();
    }
    int most = number(limit, "limit", USUAL, 1, MOST);
    int offset = number(page, "p", 0, 0, PaperSearch.DEEPEST) * most;
    return entries(
        papers.announced(
            span.first(),
            span.last(),
            null,
            "publishedAt".equals(sort) ? ListOrder.DATE : ListOrder.TREND,
            offset,
            most));
  }

  @GET
  @Path("papers/search")
  @Operation(operationId = "search_papers", summary = "Papers that match a query, best first")
  public List<HfPaper.Entry> search(
      @Parameter(description = "in the query language of /search, or plain words") @QueryParam("q")
          String query,
      @QueryParam("limit") String limit) {
    if (query == null || query.isBlank()) {
      throw error(400, "q is missing: what to search for");
    }
    int most = number(limit, "limit", USUAL, 1, MOST);
    try {
      return entries(papers.search(query, ListOrder.RELEVANCE, 0, most));
    } catch (QuerySyntaxException e) {
      // Its clients know no query language, so that odd text is words.
      return entries(papers.searchWords(query, 0, most));
    }
  }

  @GET
  @Path("papers/{id:.+}")
  @Operation(operationId = "paper_info", summary = "One paper")
  public HfPaper paper(@PathParam("id") String id) {
    PaperCard card = papers.paper(id).orElseThrow(() -> error(404, "Paper not found"));
    return HfPaper.alone(
        card, past.discussions(List.of(card.id())).getOrDefault(card.id(), List.of()), publicUrl);
  }

  private DateSpan span(String date, String week, String month) {
    try {
      LocalDate latest = announcements.latest();
      return DateSpan.of(date, week, month)
          .orElse(latest == null ? null : new DateSpan(latest, latest));
    } catch (DateTimeException e) {
      throw error(400, "date is like 2026-05-12, week like 2026-W20, month like 2026-05");
    }
  }

  private List<HfPaper.Entry> entries(PaperList list) {
    Map<PaperId, List<Discussion>> discussions =
        past.discussions(list.papers().stream().map(PaperCard::id).toList());
    return list.papers().stream()
        .map(
            card ->
                HfPaper.Entry.of(card, discussions.getOrDefault(card.id(), List.of()), publicUrl))
        .toList();
  }

  private static int number(String text, String name, int usual, int least, int most) {
    if (text == null || text.isEmpty()) {
      return usual;
    }
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least) {
      throw error(400, name + " is a number from " + least + " to " + most);
    }
    return Math.min(Integer.parseInt(text), most);
  }

  private static WebApplicationException error(int status, String message) {
    return new WebApplicationException(
        Response.status(status)
            .type(MediaType.APPLICATION_JSON)
            .entity(Map.of("error", message))
            .build());
  }
}
