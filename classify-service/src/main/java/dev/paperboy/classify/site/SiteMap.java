package dev.paperboy.classify.site;

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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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

  private static final String CACHED = "public, max-age=3600";

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
    return xml(
        "sitemapindex",
        "sitemap",
        Stream.concat(
                Stream.of("/sitemaps/pages.xml"),
                announcements.byDay(null, LocalDate.EPOCH, papers.today()).keySet().stream()
                    .map(YearMonth::from)
                    .distinct()
                    .map(month -> "/sitemaps/" + month + ".xml"))
            .toList());
  }

  @GET
  @Path("sitemaps/pages.xml")
  @Operation(hidden = true)
  public Response pages() {
    return xml(
        "urlset",
        "url",
        Stream.concat(
                Stream.of("/", "/topics", "/about/ranking"),
                taxonomy.all().stream().map(topic -> "/topics/" + topic.id()))
            .toList());
  }

  @GET
  @Path("sitemaps/{month}.xml")
  @Operation(hidden = true)
  public Response month(@PathParam("month") String written) {
    try {
      YearMonth month = YearMonth.parse(written);
      return xml(
          "urlset",
          "url",
          announcements.ids(month.atDay(1), month.atEndOfMonth(), MOST).stream()
              .map(PaperAddress::of)
              .toList());
    } catch (DateTimeException e) {
      throw new NotFoundException("Maps are listed in /sitemap.xml.");
    }
  }

  private Response xml(String root, String each, List<String> paths) {
    String entries =
        paths.stream()
            .map(
                path ->
                    "<" + each + "><loc>" + escaped(publicUrl + path) + "</loc></" + each + ">\n")
            .collect(Collectors.joining());
    return text(
        "application/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"
            + root
            + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            + entries
            + "</"
            + root
            + ">\n");
  }

  private static Response text(String type, String body) {
    return Response.ok(body, type + ";charset=UTF-8").header("Cache-Control", CACHED).build();
  }

  /** What a path may hold of XML's own characters. */
  private static String escaped(String address) {
    return address.replace("&", "&amp;").replace("'", "&apos;");
  }
}
