package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.digest.Preview;
import dev.paperboy.notify.digest.PreviewView;
import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a filter would have sent, shown before there is an address; and what it then sends. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class PreviewQuarkusTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
  private static final int DAYS = 7;

  private static final List<Interests> FILTERS =
      List.of(
          Interests.builder().build(),
          Interests.builder().topics(List.of("information-retrieval", "text-embeddings")).build(),
          Interests.builder().categories(List.of("cs.*")).exclusions(List.of("survey")).build(),
          Interests.builder().keywords(List.of("robots OR title:graphs", "-galaxies")).build(),
          Interests.builder()
              .authors(List.of("E. Noether", "Ada Lovelace"))
              .dial(3)
              .maxPapers(20)
              .build(),
          Interests.builder().about(List.of("how robots grasp things")).maxPapers(5).build(),
          Interests.builder().examples(List.of("arxiv:2605.06003")).dial(0).build(),
          Interests.builder().categories(List.of("math.CO")).minTrend(0.4).dial(4).build(),
          Interests.builder()
              .topics(List.of("text-embeddings"))
              .keywords(List.of("~\"how galaxies form\" attention", "proteins"))
              .authors(List.of("Lovelace"))
              .about(List.of("how robots grasp things", "folding of proteins"))
              .exclusions(List.of("cat:cs.IR", "title:survey"))
              .minTrend(0.05)
              .maxPapers(8)
              .dial(1)
              .build(),
          Interests.builder().keywords(List.of("unheard-of")).build());

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject Preview preview;

  private final Visitor visitor = new Visitor();

  @BeforeEach
  void aWeekOfPapers() throws Exception {
    FakeClassify.reset();
    FakeClassify.knowsText("how robots grasp things", 100, 20);
    FakeClassify.knowsText("folding of proteins", -20, 100);
    FakeClassify.knowsText("how galaxies form", 0, 100);
    FakeClassify.knowsPaper("arxiv:2605.06003", 70, 70);
    MadeUpWeek.arrives();
  }

  private RequestSpecification form(Interests interests) {
    return visitor
        .form()
        .formParam("topic", interests.topics())
        .formParam("category", interests.categories())
        .formParam("keywords", String.join("\n", interests.keywords()))
        .formParam("authors", String.join("\r\n", interests.authors()))
        .formParam("exclusions", String.join("\n", interests.exclusions()))
        .formParam("about", String.join("\n", interests.about()))
        .formParam("examples", String.join("\n", interests.examples()))
        .formParam("trend", interests.minTrend() == 0 ? "" : "" + interests.minTrend())
        .formParam("dial", interests.dial())
        .formParam("max", interests.maxPapers());
  }

  private PreviewView previewed(Interests interests) {
    return previewed(interests, Frequency.DAILY);
  }

  private PreviewView previewed(Interests interests, Frequency frequency) {
    return preview
        .of(interests, new Schedule(frequency, DayOfWeek.TUESDAY, 7, ZoneOffset.UTC, null))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  /** Makes the reader's digests of the last days, one after the other. */
  private void digests(String address) {
    for (int i = DAYS - 1; i >= 0; i--) {
      given()
          .post(
              management.resolve("/internal/digest?for=" + address + "&date=" + TODAY.minusDays(i)))
          .then()
          .statusCode(200);
    }
  }

  /** {@code new papers, that fit, ids} of each day, the latest first. */
  private static List<String> sent() {
    List<String> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      days.add(
          Rows.one(
              """
              select papers || ' ' || matched || ' ' || coalesce((
                select string_agg(paper_id, ' ' order by rank) from digest_item i
                where i.digest_id = d.id), '')
              from digest d where day = ?::date
              """,
              TODAY.minusDays(i)));
    }
    return days;
  }

  @Test
  void whatIsPreviewedIsWhatIsSent() {
    List<Integer> numbers = new ArrayList<>();
    for (Interests interests : FILTERS) {
      PreviewView before = previewed(interests);

      Rows.change("delete from subscriber");
      form(interests).post("/subscribe").then().statusCode(200);
      Rows.change("update subscriber set status = 'active'");
      digests(visitor.address);

      assertThat(sent()).as("%s", interests).isEqualTo(numbers(before));
      numbers.add(before.days().stream().mapToInt(PreviewView.Day::sent).sum());
    }
    // That they agree would say little of filters that find nothing, or everything.
    System.out.println("previewed and sent, by filter: " + numbers);
    assertThat(numbers.subList(0, 9)).allMatch(number -> number > 3);
    assertThat(numbers.getLast()).isZero();
    assertThat(numbers).hasSizeGreaterThan(9).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(names = {"WEEKDAYS", "WEEKLY"})
  void soItIsOnOtherDays(Frequency frequency) {
    for (Interests interests : List.of(FILTERS.get(0), FILTERS.get(8))) {
      PreviewView before = previewed(interests, frequency);

      Rows.change("delete from subscriber");
      form(interests)
          .formParam("frequency", frequency.label())
          .formParam("weekday", "2")
          .post("/subscribe")
          .then()
          .statusCode(200);
      Rows.change("update subscriber set status = 'active'");
      digests(visitor.address);

      assertThat(sent().stream().filter(day -> day != null).toList())
          .hasSize(frequency == Frequency.WEEKLY ? 1 : 5)
          .isEqualTo(numbers(before));
    }
  }

  /** As {@link #sent} has them. */
  private static List<String> numbers(PreviewView view) {
    return view.days().stream()
        .map(day -> day.papers() + " " + day.matched() + " " + String.join(" ", day.ids()))
        .toList();
  }

  @Test
  void thePageShowsTheNumbersAndADigestAndKeepsTheForm() {
    Interests interests = FILTERS.get(8);
    PreviewView expected = previewed(interests);

    Response answer = form(interests).formParam("address", "not yet").post("/preview");

    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.asString());
    int papers = expected.days().stream().mapToInt(PreviewView.Day::sent).sum();
    assertThat(page.select("h1").text())
        .startsWith("In the last week this would have sent " + papers + " papers in ");
    assertThat(page.select("table.week tbody tr")).hasSize(DAYS);
    assertThat(page.select("#sample").text()).isEqualTo("The digest of " + expected.digestOf());
    assertThat(page.select(".sample .paper-title a").eachText())
        .isEqualTo(expected.digest().papers().stream().map(paper -> paper.title()).toList());
    assertThat(page.select(".sample .why").eachText()).allMatch(why -> why.startsWith("Because: "));
    assertThat(page.select("#about").text()).contains("how robots grasp things");
    assertThat(page.select("#exclusions").text()).contains("cat:cs.IR");
    assertThat(page.select("#trend").attr("value")).isEqualTo("0.05");
    assertThat(page.select("input[name=dial][checked]").attr("value")).isEqualTo("1");
    assertThat(page.select("input[value=text-embeddings]").hasAttr("checked")).isTrue();
    assertThat(Rows.count("select count(*) from subscriber")).isZero();
    assertThat(Rows.count("select count(*) from filter_probe")).isZero();
  }

  @Test
  void aFilterIsLookedAtOnceAMinute() {
    Interests interests =
        Interests.builder().keywords(List.of("graphs " + UUID.randomUUID())).build();
    assertThat(previewed(interests)).isSameAs(previewed(interests));
  }

  @Test
  void mistakesComeBackMarked() {
    Response answer =
        visitor
            .form()
            .formParam("examples", "arxiv:2605.06003\n2605.99999")
            .formParam("authors", "123")
            .post("/preview");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.asString()).select("#authors-problem").text())
        .contains("no name");
    Response unknown =
        visitor.form().formParam("examples", "2605.06003\n2605.99999").post("/preview");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(unknown.asString()).select("#examples-problem").text())
        .contains("Line 2", "arxiv:2605.99999", "not among the papers here");
  }

  @Test
  void withoutClassifyTheRestIsShownAndTheReaderTold() {
    FakeClassify.isDown(true);
    String text = "something never asked before " + UUID.randomUUID();

    Response answer =
        visitor.form().formParam("about", text).formParam("keywords", "robots").post("/preview");

    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.asString());
    assertThat(page.select("h1").text()).contains("this would have sent");
    assertThat(page.select(".notice").text()).contains("compares by meaning does not answer");
  }

  @Test
  void oneNetworkLooksSoOftenAndNoMore() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      answers.add(visitor.form().formParam("keywords", "robots").post("/preview").statusCode());
    }

    assertThat(answers.subList(0, 25)).containsOnly(200);
    assertThat(answers.subList(25, 27)).containsOnly(429);
    assertThat(visitor.form().post("/subscribe").statusCode())
        .as("subscribing is another matter")
        .isEqualTo(200);
  }

  @Test
  void anotherSiteCannotAskAndAReloadLeadsToTheForm() {
    assertThat(
            given()
                .header("Origin", "https://evil.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("keywords", "robots")
                .post("/preview")
                .statusCode())
        .isEqualTo(403);
    assertThat(given().redirects().follow(false).get("/preview").header("Location"))
        .endsWith("/subscribe");
  }
}
