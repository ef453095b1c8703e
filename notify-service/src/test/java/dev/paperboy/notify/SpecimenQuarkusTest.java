package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.MailMessage;
import dev.paperboy.backing.TopicRecords;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Made-up papers of a first run: marked wherever they are shown, and gone with the real ones. */
@QuarkusTest
@TestProfile(QuietDays.class)
class SpecimenQuarkusTest {
  private static final String CLASSIFIED = "papers.classified.v1";

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final Visitor visitor = new Visitor();

  private int digest(String date) {
    return given()
        .post(management.resolve("/internal/digest?for=" + visitor.address + "&date=" + date))
        .then()
        .statusCode(200)
        .extract()
        .path("created");
  }

  private static void awaitShelf(int papers) {
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () -> assertThat(Rows.count("select count(*) from shelf")).isEqualTo(papers));
  }

  @Test
  void specimensAreMarkedAndGoWhenTheFirstRealPaperComes() throws Exception {
    Arrivals.nothing();
    List<String> ids = List.of("specimen:901", "specimen:902", "specimen:903");
    for (String id : ids) {
      Events.send(
          CLASSIFIED,
          Events.paper(id)
              .put("title", "About " + id)
              .put("source", "specimen")
              .put("specimen", true)
              .put("announced", Arrivals.DAY));
    }
    Events.send("sources.v1", Events.source(1, "down", Arrivals.DAY, 0));
    awaitShelf(3);
    Rows.change(
        "insert into subscriber (id, address, address_key, status, zone, send_hour, created_at)"
            + " values (?, ?, ?, 'active', 'UTC', 7, now())",
        UUID.randomUUID(),
        visitor.address,
        visitor.address);
    await().atMost(Visitor.PATIENCE).until(() -> digest(Arrivals.DAY) == 1);

    MailMessage mail = visitor.mail("[specimen] About specimen:");
    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("h2 a")).hasSize(3);
    assertThat(html.select(".flag-specimen").eachText()).containsOnly("specimen").hasSize(3);
    assertThat(html.select("p.note").text()).contains("made up", "first real papers");
    assertThat(mail.text()).contains("[specimen]", "made up").doesNotContain("arxiv.org");
    Document page = Jsoup.parse(given().get(Visitor.path(mail.text(), "/digests/")).asString());
    assertThat(page.select(".flag-specimen")).hasSize(3);
    assertThat(page.select("p.note").text()).contains("made up");

    // The first real paper was announced the day before; the specimens go by null records.
    Events.send(
        CLASSIFIED,
        Events.paper("arxiv:2605.09901").put("title", "A real one").put("announced", "2026-05-11"));
    for (String id : ids) {
      TopicRecords.send(CLASSIFIED, id, null);
    }
    Events.send("sources.v1", Events.source(2, "fresh", "2026-05-11", 1));
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.one("select string_agg(paper_id, ' ') from shelf"))
                    .isEqualTo("arxiv:2605.09901"));
    await().atMost(Visitor.PATIENCE).until(() -> digest("2026-05-13") == 1);

    MailMessage next = visitor.mail("A real one");
    assertThat(next.subject()).isEqualTo("A real one · 13 May");
    assertThat(next.html()).doesNotContain("specimen:", "flag-specimen", "made up");
  }
}
