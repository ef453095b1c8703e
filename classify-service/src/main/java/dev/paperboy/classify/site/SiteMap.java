package dev.paperboy.classify.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.topic.Taxonomy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What search engines may read, and where it is: robots.txt (RFC 9309) and sitemaps.org. */
@Path("/")
@Blocking
public class SiteMap {
  /** As many as one map may list. */
  private static final int MOST = 50_000;

  private static final int CACHED_SECONDS = 3_600;
  private static final long MOST_CHARACTERS = 16L << 20;

  /** Read by machines now and then, and long: as old as caches outside may have them, too. */
  private final Cache<String, String> maps =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String path, String xml) -> xml.length())
          .expireAfterWrite(Duration.ofSeconds(CACHED_SECONDS))
          .build();

  private final PaperSearch papers;
  private final Announcements announcements;
  private final Taxonomy taxonomy;
  private final String publicUrl;

  SiteMap(
      PaperSearch papers,
      Announcements announcements,
      Taxonomy taxonomy,
      @ConfigProperty(name = "paperboy.public-url") String publicUrl) {
    this.papers = papers;
    this.announcements = announcements;
    this.taxonomy = taxonomy;
    this.publicUrl = publicUrl;
  }

  @GET
  @Path("robots.txt")
  @Operation(hidden = true)
  public Response robots() {
    // Searches have no end, and what belongs to a reader is nobody else's.
    String disallowed =
        Stream.of(
                "/search",
                "/api/",
                "/feeds/",
                "/subscribe",
                "/preview",
                "/confirm",
                "/preferences",
                "/feedback",
                "/unsubscribe",
                "/digests/",
                "/my/")
            .map(path -> "Disallow: " + path + "\n")
            .collect(Collectors.joining());
    return text(
        "text/plain",
        "User-agent: *\n" + disallowed + "\nSitemap: " + publicUrl + "/sitemap.xml\n");
  }

  /** A map for each month, and one for all that is no paper. */
  @GET
  @Path("sitemap.xml")
  @Operation(hidden = true)
  public Response index() {
    return kept("/sitemap.xml", this::months);
  }

  @GET
  @Path("sitemaps/pages.xml")
  @Operation(hidden = true)
  public Response pages() {
    return kept("/sitemaps/pages.xml", this::lists);
  }

  @GET
  @Path("sitemaps/{month}.xml")
  @Operation(hidden = true)
  public Response month(@PathParam("month") String written) {
    try {
      YearMonth month = YearMonth.parse(written);
      return kept("/sitemaps/" + month + ".xml", () -> papersOf(month));
    } catch (DateTimeException e) {
      throw new NotFoundException("Maps are listed in /sitemap.xml.");
    }
  }

  private String months() {
    SortedMap<YearMonth, LocalDate> last = new TreeMap<>();
    announcements
        .byDay(null, LocalDate.EPOCH, papers.today())
        .keySet()
        .forEach(day -> last.put(YearMonth.from(day), day));
    Map<String, LocalDate> maps = new LinkedHashMap<>();
    maps.put("/sitemaps/pages.xml", last.isEmpty() ? papers.today() : last.get(last.lastKey()));
    last.forEach((month, day) -> maps.put("/sitemaps/" + month + ".xml", day));
    return xml("sitemapindex", "sitemap", maps);
  }

  /** Lists change with every announcement. */
  private String lists() {
    LocalDate day = announcements.lastDay();
    Map<String, LocalDate> pages = new LinkedHashMap<>();
    pages.put("/", day);
    pages.put("/topics", day);
    pages.put("/about/ranking", null);
    taxonomy.all().forEach(topic -> pages.put("/topics/" + topic.id(), day));
    return xml("urlset", "url", pages);
  }

  private String papersOf(YearMonth month) {
    Map<String, LocalDate> pages = new LinkedHashMap<>();
    announcements
        .changed(month.atDay(1), month.atEndOfMonth(), MOST)
        .forEach((id, day) -> pages.put(PaperAddress.of(id), day));
    return xml("urlset", "url", pages);
  }

  private Response kept(String path, Supplier<String> making) {
    return text("application/xml", maps.get(path, key -> making.get()));
  }

  private String xml(String root, String each, Map<String, LocalDate> paths) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
            .append(root)
            .append(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    paths.forEach(
        (path, day) -> {
          xml.append('<').append(each).append("><loc>").append(escaped(publicUrl + path));
          xml.append("</loc>");
          if (day != null) {
            xml.append("<lastmod>").append(day).append("</lastmod>");
          }
          xml.append("</").append(each).append(">\n");
        });
    return xml.append("</").append(root).append(">\n").toString();
  }

  private static Response text(String type, String body) {
    return Response.ok(body, type + ";charset=UTF-8")
        .header("Cache-Control", "public, max-age=" + CACHED_SECONDS)
        .build();
  }

  /** What a path may hold of XML's own characters. */
  private static String escaped(String address) {
    return address.replace("&", "&amp;").replace("'", "&apos;");
  }
}
