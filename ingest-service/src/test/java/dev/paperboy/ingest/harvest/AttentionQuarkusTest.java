package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.column;
import static dev.paperboy.ingest.harvest.Database.sql;
import static dev.paperboy.ingest.harvest.Database.truncate;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.ingest.FakeServer;
import dev.paperboy.ingest.attention.AttentionSource;
import dev.paperboy.ingest.attention.CitationRounds;
import dev.paperboy.ingest.attention.GithubStars;
import dev.paperboy.ingest.attention.GithubStars.GithubSettings;
import dev.paperboy.ingest.attention.HfDaily;
import dev.paperboy.ingest.attention.Place;
import dev.paperboy.ingest.attention.SemanticScholarCitations;
import dev.paperboy.ingest.harvest.Events.Event;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.http.RequestLimit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What places say of papers goes to {@code attention.v1}. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class AttentionQuarkusTest {
  private static final String TOPIC = "attention.v1";
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-05-12T14:00:00Z"), ZoneOffset.UTC);
  private static final Path SCHEMA =
      Path.of("src/main/resources/contracts/attention/v1.schema.json");

  @Inject AttentionJob job;
  @Inject HarvestJob harvest;
  @Inject AttentionStore store;
  @Inject Pool pool;
  private FakeServer server;
  private int before;

  @BeforeEach
  void daysOfAList() throws Exception {
    truncate("paper, attention_feed, attention_repository, lease, request_limit");
    assertThat(harvest.alone(() -> true)).isTrue();
    server = FakeServer.start();
    before = Events.of(TOPIC).size();
    for (int day = 9; day <= 12; day++) {
      server.on("/daily?limit=100&date=2026-05-%02d".formatted(day), 200, "application/json", "[]");
    }
    server.on(
        "/daily?limit=100&date=2026-05-12",
        200,
        "application/json",
        """
        [{"paper":{"id":"2605.00001","upvotes":37,"githubRepo":"https://github.com/specimen/code",
          "githubStars":120,"ai_keywords":["retrieval"]},"numComments":3}]
        """);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void dailyPapersBecomeObservationsByTheContract() throws IOException {
    assertThat(job.run(daily(), false)).isEqualTo(1);
    // Not due again.
    assertThat(job.run(daily(), false)).isZero();

    Event event = news().getLast();
    assertThat(news()).hasSize(1);
    assertThat(event.key()).isEqualTo("arxiv:2605.00001");
    assertThat(event.body().toString())
        .contains(
            "\"observedAt\":\"2026-05-12T14:00:00Z\"", "\"votes\":37", "\"listed\":\"2026-05-12\"");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA, UTF_8), InputFormat.JSON)
                .validate(event.body().toString(), InputFormat.JSON))
        .isEmpty();
    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void aPlaceThatIsDownIsToldAndBringsNothing() throws Exception {
    server.on("/daily?limit=100&date=2026-05-10", 500, "text/html", "<html>Sorry</html>");
    assertThat(job.run(daily(), true)).isZero();
    assertThat(column("select verdict || ': ' || detail from attention_feed"))
        .containsExactly(
            "down: HTTP 500 from 127.0.0.1: the server has trouble; it is asked again");

    server.on("/daily?limit=100&date=2026-05-10", 200, "application/json", "[]");
    assertThat(job.run(daily(), true)).isEqualTo(1);
    assertThat(column("select verdict from attention_feed")).containsExactly("fresh");
  }

  @Test
  void starsAreCountedOfRepositoriesThatWereSeen() throws Exception {
    job.run(daily(), true);
    server.on("/repos/specimen/code", 200, "application/json", "{\"stargazers_count\":121}");
    AttentionSource github =
        new GithubStars(
            http(),
            new GithubSettings(server.uri(""), null, Duration.ZERO),
            paper -> store.repositoryAfter(paper).await().atMost(Duration.ofSeconds(10)),
            NOW,
            Clock.systemUTC());

    assertThat(job.run(github, true)).isEqualTo(1);
    // Behind the last the round begins again.
    assertThat(job.run(github, true)).isZero();
    assertThat(job.run(github, true)).isEqualTo(1);

    assertThat(news().getLast().body().toString())
        .contains("\"source\":\"github\"", "\"stars\":121");
  }

  @Test
  void citationsAreAskedForByPostAndAgainWhereTheServerIsBusy() throws Exception {
    sql(
        """
        insert into paper (id, seq, feed, content_hash, announced, updated, payload)
        select 'arxiv:2605.0000' || n, 1, 'arxiv-oai', '', '2026-05-12', '2026-05-12', '{}'
        from generate_series(1, 2) n
        """);
    String batch = "/graph/paper/batch?fields=citationCount,influentialCitationCount";
    server.on(
        batch,
        200,
        "application/json",
        "[null,{\"paperId\":\"f712\",\"citationCount\":61,\"influentialCitationCount\":7}]");
    server.busyOnce(batch, 1);

    assertThat(job.run(citations(), false)).isEqualTo(1);

    String body = "key {\"ids\":[\"ARXIV:2605.00001\",\"ARXIV:2605.00002\"]}";
    assertThat(server.bodies()).containsExactly(body, body);
    assertThat(news()).hasSize(1);
    assertThat(news().getLast().key()).isEqualTo("arxiv:2605.00002");
    assertThat(news().getLast().body().toString())
        .contains("\"citations\":61", "\"influentialCitations\":7");
    // Behind the last paper the round ends; the next begins a week later.
    assertThat(job.run(citations(), false)).isZero();
    assertThat(job.run(citations(), false)).isZero();
    assertThat(server.bodies()).hasSize(2);
  }

  private AttentionSource citations() {
    CitationRounds.Papers papers =
        (paper, limit) -> store.papersAfter(paper, limit).await().atMost(Duration.ofSeconds(10));
    return new SemanticScholarCitations(
        http(),
        new CitationRounds.Place(
            server.uri("/graph"),
            "key",
            new CitationRounds.Pace(papers, Duration.ZERO, Duration.ofDays(7))),
        NOW,
        Clock.systemUTC());
  }

  private AttentionSource daily() {
    return new HfDaily(
        new Place(http(), server.uri("/daily"), Duration.ofHours(1), NOW, Clock.systemUTC()));
  }

  private PoliteClient http() {
    return new PoliteClient(new RequestLimit(pool, "fake", Duration.ofMillis(20)));
  }

  private List<Event> news() {
    List<Event> events = Events.of(TOPIC);
    return events.subList(before, events.size());
  }
}
