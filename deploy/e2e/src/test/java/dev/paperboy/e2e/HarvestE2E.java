package dev.paperboy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.FakeArxiv;
import dev.paperboy.backing.Fault;
import dev.paperboy.backing.PackagedService;
import dev.paperboy.backing.TopicRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged ingest-service reads a whole archive over the protocol, with everything going wrong
 * that does: each paper is announced, none is announced as another, and the server is never asked
 * faster than it allows.
 */
class HarvestE2E {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int PAGE = 400;

  private static final Path CHECKOUT = Path.of(System.getProperty("paperboy.root"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RECORDED = 2_265;
  private static final int MADE_UP = 1_000;

  @TempDir private Path scratch;
  private FakeArxiv arxiv;
  private int all;
  private PackagedService ingest;

  @BeforeEach
  void archive() throws Exception {
    if (OaiRecords.areRecorded()) {
      arxiv = OaiRecords.recorded(PAGE);
      all = RECORDED;
    } else {
      System.out.println(
          "[harvest] skipped with recorded papers, which are not here: %,d made-up ones instead"
              .formatted(MADE_UP));
      arxiv = OaiRecords.madeUp(MADE_UP, PAGE, scratch);
      all = MADE_UP;
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (ingest != null) {
      ingest.close();
    }
    arxiv.close();
  }

  @Test
  void everyRecordIsAnnouncedOnceWhateverGoesWrong() throws Exception {
    Stopwatch watch = new Stopwatch("harvest");

    // Given a server that is busy, cuts an answer short, and a service that is killed between pages
    arxiv.fail(Fault.busy(2), new Fault.CutOff());
    ingest = start();
    awaitAnnounced(PAGE);
    ingest.kill();
    watch.lap("killed with %,d of %,d announced".formatted(count("paper"), all));
    assertThat(count("paper")).isLessThan(all);

    // When it starts again, and midnight takes its token away
    arxiv.expireTokens();
    ingest = start();
    awaitAnnounced(all);
    ingest.awaitWell();
    watch.lap("started again, lost its token, read to the end");

    // Then each paper is there once, and repeated events are the same events
    assertThat(count("paper")).isEqualTo(all);
    List<ConsumerRecord<String, byte[]>> events = TopicRecords.of("papers.announced.v1");
    Map<String, List<String>> ids =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    ConsumerRecord::key,
                    Collectors.mapping(HarvestE2E::eventId, Collectors.toList())));
    assertThat(ids).hasSize(all);
    assertThat(ids.values()).allSatisfy(of -> assertThat(of.stream().distinct()).hasSize(1));

    // and reading it again announces nothing
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        JSON.readTree(ingest.ask("GET", "/internal/status"))
                            .at("/feeds/0/verdict")
                            .asText())
                    .isEqualTo("fresh"));
    int requests = arxiv.queries().size();
    JsonNode again = JSON.readTree(ingest.ask("POST", "/internal/harvest"));
    watch.lap("read once more: " + again);
    assertThat(again.path("announced").asInt()).isZero();
    assertThat(arxiv.queries().size()).isGreaterThan(requests);
    int more = TopicRecords.of("papers.announced.v1").size() - events.size();

    List<Long> gaps = arxiv.gapsMillis();
    System.out.printf(
        "[harvest] %,d records, %,d announced, %,d events, %d requests, gaps %,d to %,d ms,"
            + " limit %,d ms; read once more: %d events%n",
        all,
        count("paper"),
        events.size(),
        arxiv.queries().size(),
        gaps.stream().min(Long::compare).orElseThrow(),
        gaps.stream().max(Long::compare).orElseThrow(),
        LIMIT.toMillis(),
        more);
    assertThat(more).isZero();
    assertThat(gaps).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(LIMIT.toMillis()));
    assertThat(arxiv.queries().stream().filter(query -> query.contains("from=")).count())
        .as("the list was begun again once, at midnight, and once to be read again")
        .isGreaterThanOrEqualTo(3);
  }

  private PackagedService start() throws Exception {
    Path log =
        Files.createDirectories(CHECKOUT.resolve("deploy/e2e/target/runs")).resolve("ingest.log");
    return PackagedService.start(
        new PackagedService.Launch(
            "ingest",
            CHECKOUT.resolve("ingest-service/target/quarkus-app/quarkus-run.jar"),
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            Map.ofEntries(
                Map.entry("paperboy.clock", OaiRecords.DAY + "T23:00:00Z"),
                Map.entry("paperboy.ingest.every", "1s"),
                Map.entry("paperboy.ingest.arxiv.enabled", "true"),
                Map.entry("paperboy.ingest.arxiv.server", arxiv.uri().toString()),
                Map.entry("paperboy.ingest.arxiv.interval", LIMIT.toMillis() + "ms"),
                Map.entry("paperboy.ingest.arxiv.format", "oai_dc"),
                Map.entry("paperboy.ingest.arxiv.back-days", "3"),
                Map.entry("paperboy.ingest.arxiv.listing.enabled", "false"),
                Map.entry("paperboy.ingest.arxiv.api.enabled", "false"),
                Map.entry("paperboy.ingest.attention.hf-daily.enabled", "false")),
            log));
  }

  private void awaitAnnounced(int papers) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(count("paper")).isGreaterThanOrEqualTo(papers));
  }

  private static String eventId(ConsumerRecord<String, byte[]> event) {
    return new String(event.headers().lastHeader("ce_id").value(), UTF_8);
  }

  /** Rows of a table of ingest; 0 while it does not exist yet. */
  private static int count(String table) {
    try (Connection db = Backing.current().connect("ingest");
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      return 0;
    }
  }
}
