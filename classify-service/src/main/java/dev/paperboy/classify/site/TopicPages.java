package dev.paperboy.classify.site;

import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperList;
import dev.paperboy.classify.search.PaperSearch;
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
import jakarta.ws.rs.core.MediaType;
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
  /** The list and the chart look back as far as the shelf of the digests does. */
  private static final int DAYS = 30;

  private final PaperSearch papers;
  private final Announcements announcements;
  private final Taxonomy taxonomy;

  TopicPages(PaperSearch papers, Announcements announcements, Taxonomy taxonomy) {
    this.papers = papers;
    this.announcements = announcements;
    this.taxonomy = taxonomy;
  }

  @CheckedTemplate(basePath = "site")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance topics(TopicsPage page);

    static native TemplateInstance topic(TopicPage page);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance topics() {
    return Templates.topics(page(null));
  }

  /** A topic, or all topics of a field. */
  @GET
  @Path("{topic}")
  @Operation(hidden = true)
  public TemplateInstance topic(
      @PathParam("topic") String id,
      @QueryParam("order") String order,
      @QueryParam("page") String pageNumber) {
    Topic topic = taxonomy.get(id);
    if (topic == null) {
      throw new NotFoundException(
          "There is no such topic. It may have been renamed; all topics are listed under /topics.");
    }
    return topic.parent() == null
        ? Templates.topics(page(topic))
        : Templates.topic(page(topic, "newest".equals(order), Pages.number(pageNumber)));
  }

  private TopicsPage page(Topic one) {
    LocalDate last = lastDay();
    Map<String, Integer> counts = announcements.byTopic(firstDay(last), last);
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
    LocalDate last = lastDay();
    LocalDate first = firstDay(last);
    PaperList list =
        papers.search(
            TopicPage.query(topic) + " since:" + first + " until:" + last,
            newest ? ListOrder.DATE : ListOrder.TREND,
            Pages.offset(page),
            Pages.SIZE);
    LocalDate base = last.minusDays(TopicCounts.NOW_DAYS + TopicCounts.BASE_DAYS - 1L);
    Map<LocalDate, Long> ofTopic = announcements.byDay(topic.id(), base, last);
    Map<LocalDate, Long> ofAll = announcements.byDay(null, base, last);
    TopicCounts counts = new TopicCounts();
    ofTopic.forEach((day, many) -> counts.add(day, topic.id(), many));
    ofAll.forEach((day, many) -> counts.add(day, TopicCounts.ALL, many));
    LocalDate now = last.minusDays(TopicCounts.NOW_DAYS);
    long inBase =
        ofAll.entrySet().stream()
            .filter(day -> !day.getKey().isAfter(now))
            .mapToLong(Map.Entry::getValue)
            .sum();
    List<PaperView> shown = PaperView.numbered(list.papers(), Pages.offset(page));
    String address = "/topics/" + topic.id();
    return new TopicPage(
        topic,
        taxonomy.get(topic.parent()),
        DayChart.papers(list.total()),
        TopicPage.heat(counts.burst(topic.id(), last), inBase),
        DayChart.of(announcements.byDay(topic.id(), first, last), first, last),
        newest,
        shown,
        Pages.at(
            page,
            shown.size(),
            list.total(),
            n ->
                Link.to(address)
                    .with("order", newest ? "newest" : null)
                    .with("page", n == 1 ? null : Integer.toString(n))
                    .toString()),
        FeedLinks.of(topic.name(), "/feeds/topics/" + topic.id()));
  }

  private LocalDate lastDay() {
    LocalDate latest = announcements.latest();
    return latest == null ? papers.today() : latest;
  }

  private static LocalDate firstDay(LocalDate last) {
    return last.minusDays(DAYS - 1L);
  }
}
