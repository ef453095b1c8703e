package dev.paperboy.classify.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.paper.FieldName;
import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.TrendWindow;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.pagekit.cite.BibTex;
import dev.paperboy.pagekit.cite.Ris;
import dev.paperboy.pagekit.feed.Feed;
import dev.paperboy.pagekit.feed.FeedFormat;
import dev.paperboy.pagekit.feed.JsonFeed;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /feeds/…}: any list of the site, to follow. */
@Path("/feeds")
@Blocking
public class Feeds {
  private static final int ENTRIES = 50;

  /** Papers come once a day; a reader that asks more often may be answered from a cache. */
  private static final int FRESH_SECONDS = 600;

  private final PaperSearch papers;
  private final Announcements announcements;
  private final Taxonomy taxonomy;
  private final ObjectMapper json;
  private final String publicUrl;

  @Context Request request;

  Feeds(
      PaperSearch papers,
      Announcements announcements,
      Taxonomy taxonomy,
      ObjectMapper json,
      @ConfigProperty(name = "paperboy.public-url") String publicUrl) {
    this.papers = papers;
    this.announcements = announcements;
    this.taxonomy = taxonomy;
    this.json = json;
    this.publicUrl = publicUrl;
  }

  /** The latest papers that match a query. */
  @GET
  @Path("search.{format}")
  @Operation(hidden = true)
  public Response search(@PathParam("format") String format, @QueryParam("q") String asked) {
    String query = asked == null ? "" : asked.strip();
    try {
      String canonical = PaperQuery.parse(query).canonical();
      return answer(
          format(format),
          canonical.isEmpty() ? "All papers" : canonical,
          canonical.isEmpty() ? "The latest papers." : "The latest papers that match " + canonical,
          Link.to("/feeds/search." + format).with("q", query),
          Link.to("/search").with("q", query),
          papers.selected(query, ListOrder.DATE, 0, ENTRIES).papers());
    } catch (QuerySyntaxException e) {
      throw new BadRequestException(
          "The query cannot be read: " + e.problem() + "; " + e.suggestion() + ".");
    }
  }

  /** The latest papers of a topic, or of all topics of a field. */
  @GET
  @Path("topics/{topic}.{format}")
  @Operation(hidden = true)
  public Response topic(@PathParam("topic") String id, @PathParam("format") String format) {
    Topic topic = taxonomy.get(id);
    if (topic == null) {
      throw new NotFoundException("There is no such topic; all are listed under /topics.");
    }
    return answer(
        format(format),
        topic.name(),
        "The latest papers about " + topic.name() + ".",
        Link.to("/feeds/topics/" + topic.id() + "." + format),
        Link.to("/topics/" + topic.id()),
        papers.aboutAny(topics(topic), 0, ENTRIES).papers());
  }

  private List<String> topics(Topic topic) {
    return topic.parent() != null
        ? List.of(topic.id())
        : taxonomy.topics().stream()
            .filter(one -> one.parent().equals(topic.id()))
            .map(Topic::id)
            .toList();
  }

  /** The latest papers of a field. */
  @GET
  @Path("fields/{field}.{format}")
  @Operation(hidden = true)
  public Response field(@PathParam("field") String field, @PathParam("format") String format) {
    if (!announcements.fields().contains(field)) {
      throw new NotFoundException("There are no papers of such a field.");
    }
    return answer(
        format(format),
        FieldName.of(field),
        "The latest papers of " + FieldName.of(field) + ".",
        Link.to("/feeds/fields/" + field + "." + format),
        Link.to("/").with("field", field),
        papers
            .announced(
                papers.today().minusYears(1), papers.today(), field, ListOrder.DATE, 0, ENTRIES)
            .papers());
  }

  /** What is trending, best first. */
  @GET
  @Path("trending.{format}")
  @Operation(hidden = true)
  public Response trending(
      @PathParam("format") String format,
      @QueryParam("window") String windowName,
      @QueryParam("field") String fieldName) {
    TrendWindow window = TrendWindow.named(windowName);
    String field = fieldName == null || fieldName.isBlank() ? null : fieldName.strip();
    String title = window.title();
    String windowValue = window == TrendWindow.DAY ? null : window.value();
    return answer(
        format(format),
        field == null ? title : title + " in " + FieldName.of(field),
        "The papers that trend most.",
        Link.to("/feeds/trending." + format).with("window", windowValue).with("field", field),
        Link.to("/").with("window", windowValue).with("field", field),
        papers.trending(window, field, 0, ENTRIES).papers());
  }

  private static FeedFormat format(String ending) {
    return FeedFormat.named(ending)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "Lists come as .atom, .rss, .json (JSON Feed), .bib and .ris."));
  }

  private Response answer(
      FeedFormat format,
      String title,
      String description,
      Link self,
      Link page,
      List<PaperCard> list) {
    // A list with gaps would be kept, and feed readers would never see what was missing.
    papers.requireWhole();
    Feed feed =
        Feed.of(
            title,
            description,
            publicUrl,
            self.toString(),
            page.toString(),
            list.stream().map(card -> Feed.Entry.of(card, publicUrl, changed(card))).toList(),
            papers.today());
    String body = body(format, feed, list);
    // Weak: a compressed answer has other bytes.
    EntityTag tag = new EntityTag(hash(body), true);
    Date since = Date.from(changed());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(since, tag);
    return (unchanged == null ? Response.ok(body, format.contentType()) : unchanged)
        .header("Cache-Control", "public, max-age=" + FRESH_SECONDS)
        .tag(tag)
        .lastModified(since)
        .build();
  }

  /**
   * When the list may last have become another: with the latest paper or trend that came, or with
   * the business date. The same on every replica, and never earlier than it was; a list's own
   * papers would not tell when another's trend sank.
   */
  private Instant changed() {
    Instant came = announcements.changed();
    Instant midnight = papers.today().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant latest = came.isAfter(midnight) ? came : midnight;
    Instant now = Instant.now();
    return (latest.isAfter(now) ? now : latest).truncatedTo(ChronoUnit.SECONDS);
  }

  private static LocalDate changed(PaperCard card) {
    return card.updated() == null || card.updated().isBefore(card.announced())
        ? card.announced()
        : card.updated();
  }

  private String body(FeedFormat format, Feed feed, List<PaperCard> list) {
    try {
      return switch (format) {
        case ATOM -> feed.atom();
        case RSS -> feed.rss();
        case JSON -> json.writeValueAsString(JsonFeed.of(feed));
        case BIB -> BibTex.of(list);
        case RIS -> Ris.of(list);
      };
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
