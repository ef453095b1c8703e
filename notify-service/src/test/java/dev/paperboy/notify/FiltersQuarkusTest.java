package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.MailMessage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader with several filters. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class FiltersQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();
  private String link;

  @BeforeEach
  void aReaderOfAWeekOfPapers() throws Exception {
    FakeClassify.reset();
    MadeUpWeek.arrives();
    visitor
        .form()
        .formParam("keywords", "robots")
        .formParam("max", "5")
        .post("/subscribe")
        .then()
        .statusCode(200);
    visitor.confirm();
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    link = Visitor.path(visitor.mail("link to your").text(), "/preferences/");
  }

  private Response save(Map<String, String> fields) {
    Response answer = Visitor.browser().formParams(fields).post(link);
    if (answer.statusCode() == 200) {
      assertThat(given().get(link).statusCode()).as("the used link").isEqualTo(410);
      link = Visitor.path(answer.asString(), "/preferences/");
    }
    return answer;
  }

  private Document page(String query) {
    return Jsoup.parse(given().get(link + query).then().statusCode(200).extract().asString());
  }

  private static String filters() {
    return Rows.one(
        "select string_agg(name || ':' || keywords[1] || ':' || max_papers, ' ' order by name)"
            + " from filter");
  }

  @Test
  void filtersAreAddedChangedAndDeletedOneByOne() {
    assertThat(page("").select("nav.filters")).isEmpty();
    assertThat(page("?filter=new").select("#keywords").text()).isEmpty();

    save(Map.of("filter", "new", "name", "Maps", "keywords", "graphs", "max", "8"));
    assertThat(filters()).isEqualTo("Maps:graphs:8 My papers:robots:5");
    Document both = page("");
    assertThat(both.select("nav.filters a").eachText()).containsExactly("Maps", "My papers");
    String second = both.select("nav.filters a").get(1).attr("href");
    Document other = Jsoup.parse(given().get(second).asString());
    assertThat(other.select("#name").attr("value")).isEqualTo("My papers");
    assertThat(other.select("#keywords").text()).isEqualTo("robots");

    String id = other.select("input[name=filter]").attr("value");
    save(Map.of("filter", id, "name", "Arms", "keywords", "robots arms"));
    assertThat(filters()).isEqualTo("Arms:robots arms:12 Maps:graphs:8");

    save(Map.of("filter", id, "action", "delete"));
    assertThat(filters()).isEqualTo("Maps:graphs:8");
    assertThat(page("").select("button[value=delete]")).isEmpty();
    save(Map.of("filter", Rows.one("select id from filter"), "action", "delete"));
    assertThat(Rows.count("select count(*) from filter")).as("the last one stays").isEqualTo(1);
  }

  @Test
  void aFilterIsTriedOutBeforeItIsSaved() {
    Response answer =
        Visitor.browser()
            .formParam("filter", "new")
            .formParam("name", "Maps")
            .formParam("keywords", "graphs")
            .post(link + "/preview");

    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.asString());
    assertThat(page.select("h1").text()).startsWith("In the last week this would have sent ");
    assertThat(page.select("#name").attr("value")).isEqualTo("Maps");
    assertThat(page.select("#keywords").text()).isEqualTo("graphs");
    assertThat(page.select("input[name=filter]").attr("value")).isEqualTo("new");
    assertThat(filters()).isEqualTo("My papers:robots:5");
    assertThat(given().get(link).statusCode()).as("the link is not used up").isEqualTo(200);
    assertThat(Visitor.browser().post("/preferences/stranger/preview").statusCode()).isEqualTo(410);
  }

  @Test
  void namesAreThereAndDiffer() {
    assertThat(save(Map.of("filter", "new", "keywords", "graphs")).statusCode()).isEqualTo(400);
    Response taken = save(Map.of("filter", "new", "name", "my PAPERS", "keywords", "graphs"));
    assertThat(taken.statusCode()).isEqualTo(400);
    Document page = Jsoup.parse(taken.asString());
    assertThat(page.select("#name-problem").text()).contains("Another of your filters");
    assertThat(page.select("#keywords").text()).isEqualTo("graphs");
    assertThat(filters()).isEqualTo("My papers:robots:5");
  }

  @Test
  void thereAreSoManyAndNoMore() {
    for (int i = 2; i <= 10; i++) {
      save(Map.of("filter", "new", "name", "Filter " + i, "keywords", "graphs"))
          .then()
          .statusCode(200);
    }

    assertThat(page("").select("a[href$=filter=new]")).isEmpty();
    assertThat(page("?filter=new").select("input[name=filter]").attr("value")).isNotEqualTo("new");
    assertThat(Rows.count("select count(*) from filter")).isEqualTo(10);
  }

  @Test
  void oneDigestHasThePapersOfAllEachOnceAndSaysWhose() {
    save(
        Map.of(
            "filter", "new", "name", "Arms & <legs>", "keywords", "graphs OR robots", "max", "8"));
    given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=2026-05-12"))
        .then()
        .statusCode(200);

    MailMessage mail = visitor.mail("12 May");
    List<String> whys = Jsoup.parse(mail.html()).select("p:contains(Because:)").eachText();
    assertThat(whys)
        .hasSize((int) Rows.count("select count(*) from digest_item where not title_only"))
        .hasSizeBetween(8, 13)
        .allMatch(why -> why.startsWith("For «"))
        .anyMatch(why -> why.startsWith("For «Arms & <legs>», «My papers». Because: "))
        .anyMatch(why -> why.startsWith("For «Arms & <legs>». Because: "));
    assertThat(Pattern.compile("Because:").matcher(mail.text()).results().count())
        .isEqualTo(whys.size());
    assertThat(
            Rows.count(
                """
                select count(distinct paper_id) from digest_item
                where reasons->'because' @> '[{"kind": "FILTER", "what": "My papers"}]'
                """))
        .isPositive();
  }
}
