package dev.paperboy.classify.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.PaperSearch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.limits.api-per-minute", value = "60"),
    })
class SearchQuarkusTest {
  @Inject ObjectMapper json;
  @Inject PaperSearch search;

  @Inject Announcements announcements;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @BeforeEach
  void announcePapers() throws Exception {
    SitePapers.announceAll(json, search);
  }

  private static Document page(String address) {
    return Jsoup.parse(
        given().urlEncodingEnabled(false).accept("text/html").get(address).asString());
  }

  private static Element choice(Document page, String name) {
    return page.select(".facets a").stream()
        .filter(link -> link.ownText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + page.select(".facets")));
  }

  @Test
  void aListComesInTheOrderThatIsChosen() {
    Document page = page("/search?q=title:zirconium");
    assertThat(page.select(".tabs a").eachText()).containsExactly("Best match", "Trend", "Newest");
    assertThat(page.select(".tabs a[aria-current]").text()).isEqualTo("Best match");

    Document trend = page(page.select(".tabs a").get(1).attr("href"));

    assertThat(trend.select(".tabs a[aria-current]").text()).isEqualTo("Trend");
    assertThat(trend.select(".paper-title").first().text())
        .as("the one that was voted for")
        .startsWith("Unmistakable zirconium");
    assertThat(trend.select("input[name=sort]").attr("value")).isEqualTo("trend");
  }

  @Test
  void aSearchIsNarrowedDownAndWidenedAgain() {
    Document page = page("/search?q=title:zirconium&sort=date");
    Element choice = choice(page, "bioRxiv");
    assertThat(choice.parent().select(".many").text()).isEqualTo("1");

    Document narrowed = page(choice.attr("href"));

    assertThat(narrowed.select("#list").text()).isEqualTo("1 paper");
    assertThat(narrowed.select("#q").attr("value")).isEqualTo("title:zirconium source:biorxiv");
    assertThat(narrowed.select("details.facets[open]")).hasSize(1);
    Element chosen = choice(narrowed, "bioRxiv");
    assertThat(chosen.attr("aria-current")).isEqualTo("true");
    assertThat(page(chosen.attr("href")).select("#list").text())
        .isEqualTo(SitePapers.ZIRCONIUM + " papers");
  }

  @Test
  void everyCountIsWhatItsLinkFinds() {
    Document page = page("/search?q=title:zirconium");
    List<Element> choices = page.select(".facets li").stream().toList();
    assertThat(choices).isNotEmpty();
    for (Element choice : choices) {
      assertThat(page(choice.select("a").attr("href")).select("#list").text())
          .as(choice.text())
          .startsWith(choice.select(".many").text() + " paper");
    }
  }

  @Test
  void theWordsThatAreFoundAreMarkedAndHostileOnesStayText() {
    Document page = page("/search?q=rain");
    assertThat(page.select(".paper-abstract mark").eachText()).contains("rain").doesNotContain("");
    Document hostile = page("/search?q=alert+onerror");
    assertThat(hostile.select("script, .paper img, [onerror], [onclick]")).isEmpty();
    assertThat(hostile.select(".paper-abstract mark").eachText()).contains("onerror");
  }

  @Test
  void theIndexIsMadeAnewBehindTheReadersBacks() {
    String all = SitePapers.ZIRCONIUM + " papers";
    long before = announcements.version();
    given()
        .baseUri(management.resolve("/").toString())
        .post("/internal/index/rebuild")
        .then()
        .statusCode(202);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              assertThat(page("/search?q=title:zirconium").select("#list").text()).isEqualTo(all);
              return announcements.version() != before;
            });
    assertThat(page("/search?q=title:zirconium&sort=date").select("#list").text()).isEqualTo(all);
  }

  @Test
  void aWordThatNoPaperHasIsAskedAbout() {
    Document page = page("/search?q=zirconiun+source:biorxiv");
    Element meant = page.select(".meant a").first();
    assertThat(meant.text()).isEqualTo("zirconium source:biorxiv");
    assertThat(page(meant.attr("href")).select(".paper-title").eachText())
        .contains("Zirconium in cells");
    assertThat(page("/search?q=zirconium").select(".meant")).isEmpty();
  }

  @Test
  void plainWordsFindWhatIsAboutThem() {
    Document page = page("/search?q=soil+bacteria+and+precipitation");
    assertThat(page.select(".paper-title").eachText()).contains("Microbes of garden soil");
    assertThat(page("/search?q=%22soil+bacteria%22").select("#list").text())
        .as("a phrase is meant as it is written")
        .isEqualTo("Nothing found");
    assertThat(
            page("/search?q=soil+bacteria+and+precipitation+cat:hep-th")
                .select(".paper-title")
                .eachText())
        .as("conditions hold for what is found by meaning")
        .doesNotContain("Microbes of garden soil");
    assertThat(page("/search?q=~%22microbes+in+the+ground%22").select(".paper-title").eachText())
        .contains("Microbes of garden soil")
        .doesNotContain("Unmistakable zirconium α² retrieval");
  }

  @Test
  void theApiSortsAndCountsTheSame() {
    JsonPath page =
        given().get("/api/v1/search?q=title:zirconium&sort=trend&facets=true").jsonPath();
    assertThat(page.getString("papers[0].title")).startsWith("Unmistakable");
    assertThat(page.getList("facets.sources.value", String.class))
        .containsExactly("arxiv", "biorxiv");
    assertThat(page.getList("facets.sources.papers", Integer.class)).containsExactly(4, 1);
    assertThat(page.getList("facets.months.value", String.class)).containsExactly("2026-05");
    assertThat(given().get("/api/v1/search?q=title:zirconium").jsonPath().getMap(""))
        .doesNotContainKey("facets");
    assertThat(given().get("/api/v1/search?facets=many").statusCode()).isEqualTo(400);
  }
}
