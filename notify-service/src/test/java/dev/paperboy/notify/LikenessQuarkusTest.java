package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.MailMessage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers found by meaning, from the form to the mail, with classify and without. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class LikenessQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  /** Another one each time: vectors of known ones are remembered. */
  private final String about = "how robots grasp things " + UUID.randomUUID();

  @BeforeEach
  void aWeekOfPapers() throws Exception {
    FakeClassify.reset();
    FakeClassify.knowsText(about, 100, 5);
    MadeUpWeek.arrives();
  }

  private RequestSpecification form() {
    return visitor.form().formParam("about", about);
  }

  private void subscribe(RequestSpecification form) {
    form.post("/subscribe").then().statusCode(200);
    visitor.confirm();
  }

  private void digest(String date) {
    given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=" + date))
        .then()
        .statusCode(200);
  }

  private static String kinds(String date) {
    return Rows.one(
        """
        select string_agg(distinct why->>'kind', ' ' order by why->>'kind')
        from digest d join digest_item i on i.digest_id = d.id,
          jsonb_array_elements(reasons->'because') as why
        where day = ?::date
        """,
        java.time.LocalDate.parse(date));
  }

  @Test
  void theMailSaysWhatEachPaperIsLike() {
    FakeClassify.knowsPaper("arxiv:2401.00001", -100, 5);
    subscribe(
        form()
            .formParam("examples", "https://arxiv.org/abs/2401.00001v3")
            .formParam("authors", "E. Noether")
            .formParam("max", "30"));
    digest("2026-05-12");

    MailMessage mail = visitor.mail("12 May");

    assertThat(mail.text())
        .containsPattern("Because: .*about «how robots grasp things [^»]*» 0\\.\\d\\d")
        .containsPattern("like «Example arxiv:2401.00001» (0|1)\\.\\d\\d")
        .contains("you follow E. Noether");
    assertThat(kinds("2026-05-12")).isEqualTo("ABOUT AUTHOR EXAMPLE");
  }

  @Test
  void aPaperThatIsPastedIsComparedByItsTitleAndAbstract() {
    String title = "An unheard-of specimen " + UUID.randomUUID();
    String text = "Nobody here knows this paper; its abstract is all there is. ".repeat(20).strip();
    FakeClassify.knowsText(title + "\n" + text, -100, 5);
    String entry =
        "@article{made2024up,\n  title = {%s},\n  eprint = {2401.77777},\n  abstract = \"%s\"\n}"
            .formatted(title, text);
    StringBuilder others = new StringBuilder(entry);
    for (int i = 1; i < 20; i++) {
      others.append("\r\n@misc{k, title={Other %d}, abstract={%s}}".formatted(i, text + text));
    }

    subscribe(visitor.form().formParam("examples", others.toString()).formParam("max", "30"));
    digest("2026-05-12");

    assertThat(visitor.mail("12 May").text())
        .containsPattern("like «An unheard-of specimen [^»]*» (0|1)\\.\\d\\d");
    assertThat(kinds("2026-05-12")).isEqualTo("EXAMPLE");
    assertThat(Rows.count("select max(length(subject)) from filter_probe")).isLessThan(60);
    assertThat(Rows.count("select cardinality(examples) from filter")).isEqualTo(20);
    assertThat(Rows.one("select examples[1] from filter"))
        .isEqualTo("@misc{pasted, title = {%s}, abstract = {%s}}".formatted(title, text));
  }

  @Test
  void aPastedEntryWithoutAnAbstractIsToldWhereThePaperIsUnknown() {
    String entries =
        "@misc{one, title={First}, eprint={2401.00001}}\n@misc{two, title={Second}, eprint={2401.00002}}";
    FakeClassify.knowsPaper("arxiv:2401.00001", -100, 5);

    io.restassured.response.Response answer =
        form().formParam("examples", entries).post("/preview");

    assertThat(answer.statusCode()).isEqualTo(400);
    org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse(answer.asString());
    assertThat(page.select("#examples-problem").text())
        .contains("Line 2", "@misc{two} Second", "add abstract = {…}")
        .doesNotContain("First");
    assertThat(page.select("#examples").text()).contains("@misc{one,");
    assertThat(Rows.count("select count(*) from filter")).isZero();
  }

  @Test
  void aDescriptionIsEncodedOnceAndAgainWhereTheEncoderIsAnother() {
    subscribe(form());
    digest("2026-05-11");
    digest("2026-05-12");

    assertThat(FakeClassify.ASKED).containsExactly(about);
    assertThat(Rows.one("select subject || ' ' || encoder from filter_probe"))
        .isEqualTo(about + " made-up/2");

    Rows.change("delete from digest");
    Rows.change("update shelf set encoder = 'newer/2'");
    FakeClassify.encodesWith("newer/2");
    digest("2026-05-12");

    assertThat(FakeClassify.ASKED).containsExactly(about, about);
    assertThat(Rows.one("select encoder from filter_probe")).isEqualTo("newer/2");
    assertThat(kinds("2026-05-12")).isEqualTo("ABOUT");
  }

  private void aDigestWithAnExample() {
    FakeClassify.knowsPaper("arxiv:2401.00001", -100, 5);
    subscribe(form().formParam("examples", "2401.00001").formParam("max", "30"));
    digest("2026-05-11");
  }

  @Test
  void theWordsOfAnExampleThatWasKeptWithoutThemAreAskedFor() {
    aDigestWithAnExample();
    String words = "select encode(words, 'hex') from filter_probe where title is not null";
    String kept = Rows.one(words);
    assertThat(kept).hasSizeGreaterThan(10);
    Rows.change("update filter_probe set words = ''");

    digest("2026-05-12");

    assertThat(Rows.one(words)).isEqualTo(kept);
    assertThat(kinds("2026-05-12")).isEqualTo("ABOUT EXAMPLE");
  }

  @Test
  void anExampleWhoseWordsCannotBeHadKeepsItsVector() {
    aDigestWithAnExample();
    // Of another encoder than what is remembered.
    Rows.change("update filter_probe set words = '', encoder = 'newer/2'");
    Rows.change("update shelf set encoder = 'newer/2'");
    FakeClassify.isDown(true);

    digest("2026-05-12");

    assertThat(kinds("2026-05-12")).isEqualTo("ABOUT EXAMPLE");
    assertThat(Rows.one("select note from digest where day = '2026-05-12'")).isNull();
  }

  @Test
  void withoutClassifyTheRestComesAndWhatWasMissedTheNextDay() {
    FakeClassify.isDown(true);
    subscribe(form().formParam("authors", "E. Noether").formParam("max", "30"));
    digest("2026-05-11");

    MailMessage mail = visitor.mail("11 May");
    assertThat(kinds("2026-05-11")).isEqualTo("AUTHOR");
    assertThat(mail.text())
        .contains("compares by meaning does not answer")
        .contains("What was missed will be in the next digest");

    FakeClassify.isDown(false);
    digest("2026-05-12");
    assertThat(kinds("2026-05-12")).isEqualTo("ABOUT AUTHOR");
    assertThat(
            Rows.count(
                """
                select count(*) from digest d join digest_item i on i.digest_id = d.id
                  join shelf using (paper_id)
                where day = '2026-05-12' and announced = '2026-05-11'
                """))
        .as("papers of the day before that only the description finds")
        .isPositive();
    assertThat(Rows.one("select note from digest where day = '2026-05-12'")).isNull();
    assertThat(Rows.one("select last_announced from digest where day = '2026-05-12'"))
        .isEqualTo("2026-05-12");
  }

  @Test
  void vectorsGoWithWhatTheFilterSaidAndWithTheReader() {
    subscribe(form());
    digest("2026-05-12");
    assertThat(Rows.count("select count(*) from filter_probe")).isEqualTo(1);
    Visitor.browser()
        .formParam("address", visitor.address)
        .post("/preferences")
        .then()
        .statusCode(200);
    String link = Visitor.path(visitor.mail("link to your").text(), "/preferences/");

    Visitor.browser().formParam("authors", "E. Noether").post(link).then().statusCode(200);

    assertThat(Rows.count("select count(*) from filter_probe")).isZero();
    assertThat(Rows.one("select authors[1] || cardinality(about) from filter"))
        .isEqualTo("E. Noether0");
  }
}
