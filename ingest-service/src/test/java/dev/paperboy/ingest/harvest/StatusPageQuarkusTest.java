package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.sql;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The status page and its JSON, on the tables as the harvest leaves them. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "ingest"),
      @ResourceArg(name = "paperboy.ingest.snapshot.file", value = HarvestQuarkusTest.FILE),
    })
class StatusPageQuarkusTest {
  private static final String DOWN = "HTTP 503 from oaipmh.arxiv.org (since 2026-05-12 08:00 UTC)";

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @BeforeEach
  void clear() throws Exception {
    sql("truncate paper, refusal, feed, lease, attention_feed");
    Files.writeString(Path.of(HarvestQuarkusTest.FILE), "");
  }

  private Response get(String path) {
    return given().baseUri(management.resolve("/").toString()).get(path);
  }

  @Test
  void sourcesAreInWordsAndInJson() throws Exception {
    sql(
        "insert into feed values ('snapshot', null, 1, 'down', '%s', now(), '2026-05-11T09:30:00Z')"
            .formatted(DOWN));
    sql("insert into attention_feed values ('hf-daily', null, 'down', 'HTTP 429', now(), null)");

    Response page = get("/status");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.asString())
        .contains("Snapshot file <span class=\"mark down\">down</span>")
        .contains(DOWN)
        .contains("Mon 11 May, 09:30 UTC")
        .contains("No replica harvests at the moment.")
        .contains("<link rel=\"stylesheet\" href=\"/status.css\">")
        .doesNotContain("style=")
        .doesNotContain("<script");

    JsonPath json = get("/internal/status").jsonPath();
    assertThat(json.getString("feeds[0].verdict")).isEqualTo("down");
    assertThat(json.getString("feeds[0].readAt")).isEqualTo("2026-05-11T09:30:00Z");
    assertThat(json.getString("attention[0].verdict"))
        .as("nobody looks whether the verdict of a place that is switched off still holds")
        .isEqualTo("quiet");
    assertThat(json.getBoolean("attention[0].on")).isFalse();
  }

  @Test
  void volumesOfThirtyDaysAreDrawn() throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    sql(
        """
        insert into paper (id, seq, feed, content_hash, announced, updated, payload)
        select 'arxiv:2605.' || lpad(n::text, 5, '0'), 1, 'arxiv-oai', ''::bytea, date '%1$s',
          date '%1$s', '{"categories": ["cs.LG"]}'::jsonb from generate_series(1, 700) n
        """
            .formatted(today));

    String page = get("/status").asString();
    assertThat(page.split("class=\"bar ", -1)).as("a bar for each of 30 days").hasSize(31);
    assertThat(page).contains(": 700 papers").contains("<text class=\"number\"");

    JsonPath json = get("/internal/volumes").jsonPath();
    assertThat(json.getList("volumes")).hasSize(30);
    assertThat(json.getString("volumes[29].date")).isEqualTo(today.toString());
    assertThat(json.getInt("volumes[29].papers")).isEqualTo(700);
    assertThat(get("/internal/status").jsonPath().getInt("counters.announced")).isEqualTo(700);
  }

  @Test
  void whatSourcesSayIsTextAndNoMarkup() throws Exception {
    sql(
        """
        insert into refusal values
          ('snapshot', '<script>alert(1)</script>', 'title is "><img src=x onerror=alert(1)>')
        """);

    String page = get("/status").asString();

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script")
        .doesNotContain("<img");
    assertThat(get("/internal/status").jsonPath().getString("refusals[0].record"))
        .isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void theStyleSheetIsThere() {
    Response look = get("/status.css");
    assertThat(look.contentType()).isEqualTo("text/css; charset=utf-8");
    assertThat(look.asString()).contains("prefers-color-scheme: dark");
  }
}
