package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.MailFault;
import dev.paperboy.backing.MailMessage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers learn what became of papers that they were sent. */
@QuarkusTest
@TestProfile(QuietWeek.class)
class ChangesQuarkusTest {
  private static final String HEADING = "Changed since you got them";
  private static long seq = 1_000;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();
  private String paper;

  @BeforeEach
  void aReaderWhoWasSentThreePapers() throws Exception {
    FakeClassify.reset();
    MailFault.clear(Backing.current().inbox());
    Arrivals.nothing();
    Arrivals.papers("2026-05-08", 3);
    visitor.signUp().confirm();
    digest("2026-05-08");
    visitor.mail("8 May");
    paper = Rows.one("select paper_id from digest_item where rank = 1");
  }

  @AfterEach
  void theServerBehaves() throws Exception {
    MailFault.clear(Backing.current().inbox());
  }

  private List<String> digest(String date) {
    return given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=" + date))
        .then()
        .statusCode(200)
        .extract()
        .path("messages");
  }

  private void becomes(int version, boolean withdrawn) throws Exception {
    becomes(version, withdrawn, "2026-05-08");
  }

  private void becomes(int version, boolean withdrawn, String announced) throws Exception {
    ObjectNode event = Events.paper(paper).put("seq", ++seq).put("version", version);
    event.put("kind", withdrawn ? "withdrawn" : "replaced").put("withdrawn", withdrawn);
    event.put("title", "Specimen paper 1").put("announced", announced).put("updated", "2026-05-12");
    Events.send("papers.classified.v1", event);
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Rows.one(
                            "select version || ' ' || withdrawn from digest_change where paper_id = ?",
                            paper))
                    .isEqualTo(version + " " + withdrawn));
  }

  private static String told(MailMessage mail) {
    String text = mail.text().replace("\r\n", "\n");
    int at = text.indexOf(HEADING);
    return at < 0 ? "" : text.substring(at, text.indexOf("\n-- ")).strip();
  }

  @Test
  void aNewVersionWaitsForTheNextMailAndIsToldOnce() throws Exception {
    Rows.change("update subscriber set empty_days = 'never'");
    becomes(2, false);
    assertThat(digest("2026-05-11").getFirst()).contains("nothing to send");

    Arrivals.papers("2026-05-12", 1);
    digest("2026-05-12");
    Arrivals.papers("2026-05-13", 1);
    digest("2026-05-13");

    assertThat(told(visitor.mail("12 May")))
        .isEqualTo(
            HEADING
                + "\n\n* Version 2: Specimen paper 1\n  https://arxiv.org/abs/"
                + paper.substring("arxiv:".length()));
    assertThat(told(visitor.mail("13 May"))).isEmpty();
  }

  @Test
  void aWithdrawalIsWorthAMailOfItsOwn() throws Exception {
    Rows.change("update subscriber set empty_days = 'never'");
    becomes(2, true);

    assertThat(digest("2026-05-12").getFirst()).contains("a withdrawal of an earlier one");

    MailMessage mail = visitor.mail("Withdrawn: ");
    assertThat(mail.subject()).isEqualTo("Withdrawn: Specimen paper 1 · 12 May");
    assertThat(mail.text())
        .contains("A paper that you were sent was withdrawn. Nothing else today: no papers were")
        .contains("* Withdrawn by its authors: Specimen paper 1")
        .doesNotContain("BibTeX");
    assertThat(Jsoup.parse(mail.html()).select("h2").eachText()).containsExactly(HEADING);
    assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(Rows.one("select status from digest where day = '2026-05-12'")).isEqualTo("mailed");
    assertThat(digest("2026-05-13").getFirst()).contains("nothing to send");
    assertThat(visitor.mails("Withdrawn: ")).hasSize(1);
  }

  @Test
  void aPaperThatLeftTheShelfIsStillToldOf() throws Exception {
    Rows.change("delete from shelf where paper_id = ?", paper);
    becomes(2, true, "2026-03-02");
    assertThat(Rows.count("select count(*) from shelf where paper_id = ?", paper)).isZero();

    digest("2026-05-12");

    assertThat(told(visitor.mail("12 May"))).contains("Withdrawn by its authors");
  }

  @Test
  void whoRestsIsToldAfterwardsOfTheLatestState() throws Exception {
    Rows.change("update subscriber set paused_until = '2026-05-13'");
    becomes(2, false);
    becomes(3, true);
    assertThat(digest("2026-05-12").getFirst()).contains("has a pause");

    digest("2026-05-13");

    assertThat(told(visitor.mail("13 May"))).contains("Withdrawn by").doesNotContain("Version");
  }

  @Test
  void whatAFailedMailWouldHaveToldIsToldByTheNext() throws Exception {
    becomes(2, true);
    MailFault.set(Backing.current().inbox(), "DATA", "554 5.6.0 not like this");
    digest("2026-05-12");
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.one("select status from digest where day = '2026-05-12'"))
                    .isEqualTo("failed"));
    assertThat(Rows.count("select count(*) from digest_change where digest_id is null"))
        .isEqualTo(1);
    MailFault.clear(Backing.current().inbox());

    digest("2026-05-13");

    assertThat(told(visitor.mail("13 May"))).contains("Withdrawn by its authors");
  }

  @Test
  void onlyReadersWhoWereSentItAndStillReadAreTold() throws Exception {
    Visitor other = new Visitor().signUp().confirm();
    becomes(2, true);
    assertThat(Rows.count("select count(*) from digest_change")).isEqualTo(1);
    assertThat(
            Rows.one(
                "select address from digest_change c join subscriber s on s.id = subscriber_id"))
        .isEqualTo(visitor.address)
        .isNotEqualTo(other.address);

    Rows.change("delete from digest_change");
    Rows.change("update subscriber set status = 'unsubscribed' where address = ?", visitor.address);
    Events.send(
        "papers.classified.v1",
        Events.paper(paper).put("seq", ++seq).put("version", 3).put("announced", "2026-05-08"));
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.count("select seq from shelf where paper_id = ?", paper))
                    .isEqualTo(seq));
    assertThat(Rows.count("select count(*) from digest_change")).isZero();
  }
}
