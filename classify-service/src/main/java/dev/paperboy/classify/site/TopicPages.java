package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.TrendWindow;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.trend.TopicCounts;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Topics: all of them, and one with its papers. */
@Path("/topics")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TopicPages {
  private static final int AUTHORS = 12;

  /** Whose authors may lead: the trendiest of the month. */
  private static final int AUTHORS_OF = 200;

  private final PaperSearch papers;
  private final Announcements announcements;
  private final Taxonomy taxonomy;
  private final RenderedPages pages;

  @Context Request request;

  TopicPages(
      PaperSearch papers, Announcements announcements, Taxonomy taxonomy, RenderedPages pages) {
    this.papers = papers;
    this.announcements = announcements;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance topics(TopicsPage page);

    static native TemplateInstance topic(TopicPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response topics() {
    return pages.answer(request, "/topics", () -> Templates.topics(page(null)).render());
  }

  /** A topic, or all topics of a field. */
  @GET
  @Path("{topic}")
  @Operation(hidden = true)
  public Response topic(
      @PathParam("topic") String id,
      @QueryParam("order") String order,
      @QueryParam("page") String pageNumber) {
    Topic topic = taxonomy.get(id);
    if (topic == null) {
      throw new NotFoundException(
          "There is no such topic. It may have been renamed; all topics are listed under /topics.");
    }
    if (topic.parent() == null) {
      return pages.answer(request, "/topics/" + id, () -> Templates.topics(page(topic)).render());
    }
    boolean newest = "newest".equals(order);
    int page = Pages.number(pageNumber);
    return pages.answer(
        request,
        address(topic, newest, page),
        () -> Templates.topic(page(topic, newest, page)).render());
  }

  private TopicsPage page(Topic one) {
    Map<String, Integer> counts = announcements.byTopicOfTheMonth();
    List<Topic> fields =
        one == null
            ? taxonomy.all().stream().filter(topic -> topic.parent() == null).toList()
            : List.of(one);
    return new TopicsPage(one, fields.stream().map(field -> group(field, counts)).toList());
  }

  private TopicsPage.Group group(Topic field, Map<String, Integer> counts) {
    return new TopicsPage.Group(
        field,
        taxonomy.topics().stream()
            .filter(topic -> topic.parent().equals(field.id()))
            .map(topic -> new TopicsPage.Entry(topic, counts.getOrDefault(topic.id(), 0)))
            .sorted(
                Comparator.comparingInt(TopicsPage.Entry::papers)
                    .reversed()
                    .thenComparing(entry -> entry.topic().name()))
            .toList());
  }

  private TopicPage page(Topic topic, boolean newest, int page) {
    LocalDate last = announcements.lastDay();
    ListOrder order = newest ? ListOrder.DATE : ListOrder.TREND;
    PaperList list = month(topic, last, order, Pages.offset(page), Pages.SIZE);
    List<PaperView> shown = PaperView.numbered(list.papers(), Pages.offset(page));
    TopicCounts counts = counts(topic, last);
    return new TopicPage(
        topic,
        taxonomy.get(topic.parent()),
        Numbers.papers(list.total()),
        TopicPage.heat(counts.burst(topic.id(), last), papersOfTheBase(counts, last)),
        BurstChart.of(counts, topic.id(), last),
        newest,
        shown,
        Pages.at(page, shown.size(), list.total(), n -> address(topic, newest, n)),
        LeadingAuthors.of(leading(topic, last), AUTHORS),
        FeedLinks.of(topic.name(), "/feeds/topics/" + topic.id()));
  }

  private List<PaperCard> leading(Topic topic, LocalDate last) {
    return month(topic, last, ListOrder.TREND, 0, AUTHORS_OF).papers();
  }

  private PaperList month(Topic topic, LocalDate last, ListOrder order, int offset, int limit) {
    return papers.search(
        TopicPage.query(topic) + " since:" + TrendWindow.MONTH.first(last) + " until:" + last,
        order,
        offset,
        limit);
  }

  private TopicCounts counts(Topic topic, LocalDate last) {
    LocalDate base = last.minusDays(TopicCounts.NOW_DAYS + TopicCounts.BASE_DAYS - 1L);
    TopicCounts counts = new TopicCounts();
    announcements
        .byDay(topic.id(), base, last)
        .forEach((day, many) -> counts.add(day, topic.id(), many));
    announcements
        .byDay(null, base, last)
        .forEach((day, many) -> counts.add(day, TopicCounts.ALL, many));
    return counts;
  }

  private static long papersOfTheBase(TopicCounts counts, LocalDate last) {
    LocalDate now = last.minusDays(TopicCounts.NOW_DAYS);
    return counts.papers(TopicCounts.ALL, now.minusDays(TopicCounts.BASE_DAYS - 1L), now);
  }

  private static String address(Topic topic, boolean newest, int page) {
    return Link.to("/topics/" + topic.id())
        .with("order", newest ? "newest" : null)
        .with("page", Pages.written(page))
        .toString();
  }
}
