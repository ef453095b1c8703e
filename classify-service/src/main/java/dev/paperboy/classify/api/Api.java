package dev.paperboy.classify.api;

import dev.paperboy.classify.paper.PaperCode;
import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.past.Past;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.SearchResult;
import dev.paperboy.classify.search.TrendWindow;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.pagekit.Problem;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1}. Errors are {@code application/problem+json}. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Papers")
@Blocking
public class Api {
  private static final int MOST = 100;

  private final PaperSearch papers;
  private final Announcements announcements;
  private final Taxonomy taxonomy;
  private final Past past;
  private final String publicUrl;

  Api(
      PaperSearch papers,
      Announcements announcements,
      Taxonomy taxonomy,
      Past past,
      @ConfigProperty(name = "paperboy.public-url") String publicUrl) {
    this.papers = papers;
    this.announcements = announcements;
    this.taxonomy = taxonomy;
    this.past = past;
    this.publicUrl = publicUrl;
  }

  @GET
  @Path("search")
  @Operation(operationId = "search", summary = "Papers that match a query")
  public ApiPage search(
      @Parameter(description = "in the query language of /search; empty matches all")
          @QueryParam("q")
          @DefaultValue("")
          String query,
      @Parameter(description = "relevance, trend or date")
          @QueryParam("sort")
          @DefaultValue("relevance")
          String sort,
      @Parameter(description = "papers of a page, 1 to 100")
          @QueryParam("limit")
          @DefaultValue("25")
          String limit,
      @Parameter(description = "«next» of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "true adds counts by topic, archive, source and month")
          @QueryParam("facets")
          @DefaultValue("false")
          String facets) {
    if (!facets.equals("true") && !facets.equals("false")) {
      throw Problem.badRequest("facets", "facets is true or false.");
    }
    ListOrder order =
        ListOrder.named(sort)
            .orElseThrow(
                () -> Problem.badRequest("sort", "sort is one of relevance, trend and date."));
    String list = "search " + order + " " + query;
    int offset = offset(list, cursor);
    int most = limit(limit);
    try {
      if (facets.equals("false")) {
        return page(list, offset, papers.search(query, order, offset, most));
      }
      SearchResult found = papers.explore(PaperQuery.parse(query), order, offset, most);
      return page(list, offset, found.list()).with(found.facets());
    } catch (QuerySyntaxException e) {
      throw Problem.badQuery("q", e.problem() + "; " + e.suggestion() + ".", e.position());
    }
  }

  @GET
  @Path("trending")
  @Operation(operationId = "trending", summary = "What trends, best first")
  public ApiPage trending(
      @Parameter(description = "day, week or month, up to the latest announcement")
          @QueryParam("window")
          @DefaultValue("day")
          String window,
      @Parameter(description = "only this field, such as cs or hep-th") @QueryParam("field")
          String field,
      @QueryParam("limit") @DefaultValue("25") String limit,
      @QueryParam("cursor") String cursor) {
    TrendWindow span = TrendWindow.named(window);
    if (!span.value().equals(window)) {
      throw Problem.badRequest("window", "window is one of day, week and month.");
    }
    String only = field == null || field.isBlank() ? null : field.strip();
    String list = "trending " + span + " " + only;
    int offset = offset(list, cursor);
    return page(list, offset, papers.trending(span, only, offset, limit(limit)));
  }

  @GET
  @Path("papers/{id:.+}")
  @Operation(operationId = "paper", summary = "One paper")
  public ApiPaper paper(
      @Parameter(description = "with or without archive and version; slashes as they are")
          @PathParam("id")
          String id) {
    PaperCard card = known(id);
    List<Discussion> said = past.discussions(List.of(card.id())).getOrDefault(card.id(), List.of());
    return ApiPaper.of(card, publicUrl)
        .with(
            papers.keyPhrases(card),
            papers.around(card.id(), 0).versions().stream()
                .map(one -> ApiRelatedVersion.of(one, publicUrl))
                .toList(),
            said,
            PaperCode.of(card, said).orElse(null));
  }

  @GET
  @Path("similar/{id:.+}")
  @Operation(
      operationId = "similar",
      summary = "Papers near in meaning, nearest first; without its relatedVersions")
  public List<SimilarHit> similar(
      @PathParam("id") String id, @QueryParam("limit") @DefaultValue("10") String limit) {
    return papers.around(known(id).id(), limit(limit)).similar().stream()
        .map(
            one ->
                new SimilarHit(
                    Math.round(one.likeness() * 1e4) / 1e4, ApiPaper.of(one.paper(), publicUrl)))
        .toList();
  }

  @GET
  @Path("topics")
  @Operation(
      operationId = "topics",
      summary = "All fields and topics, each field before its topics")
  public List<ApiTopic> topics() {
    Map<String, Integer> counts = announcements.byTopicOfTheMonth();
    return taxonomy.all().stream()
        .map(topic -> ApiTopic.of(topic, counts.get(topic.id())))
        .toList();
  }

  @GET
  @Path("topics/{id}")
  @Operation(operationId = "topic", summary = "One topic or field")
  public ApiTopic topic(@PathParam("id") String id) {
    Topic topic = taxonomy.get(id);
    if (topic == null) {
      throw Problem.notFound("There is no topic of this id; /api/v1/topics lists them.");
    }
    return ApiTopic.of(topic, announcements.byTopicOfTheMonth().get(id));
  }

  private PaperCard known(String id) {
    return papers.paper(id).orElseThrow(() -> Problem.notFound("There is no paper of this id."));
  }

  private ApiPage page(String list, int offset, PaperList found) {
    return new ApiPage(
        found.total(),
        found.papers().stream().map(card -> ApiPaper.of(card, publicUrl)).toList(),
        Cursor.behind(list, offset, found.papers().size(), found.total()),
        null);
  }

  private static int offset(String list, String cursor) {
    return Cursor.offset(list, cursor)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "cursor",
                    "A cursor is the «next» of a page of the same list; leave it out to begin."));
  }

  private static int limit(String text) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw Problem.badRequest("limit", "limit is a number from 1 to " + MOST + ".");
    }
    return Integer.parseInt(text);
  }
}
