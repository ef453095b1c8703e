package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.column;
import static dev.paperboy.ingest.harvest.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.ingest.FakeServer;
import dev.paperboy.ingest.publish.BrokerHistory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which feeds count where some of them cannot be read, or are not read any more. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class UnreadFeedsQuarkusTest {
  private static final Clock BUSINESS =
      Clock.fixed(Instant.parse("2026-05-12T06:00:00Z"), ZoneOffset.UTC);

  @Inject Harvest harvest;
  @Inject FeedStatus status;
  @Inject Lease lease;
  @Inject PaperStore store;
  @Inject BrokerHistory broker;
  @Inject Pool pool;
  private FakeServer server;

  @BeforeEach
  void emptyStore() throws Exception {
    sql("truncate paper, refusal, feed, lease, request_limit");
    server = FakeServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWitnessThatCannotBeReadBringsNoSpecimens() throws Throwable {
    for (String from : List.of("2026-03-13", "2026-05-11")) {
      server.on(
          "/oai?verb=ListRecords&metadataPrefix=arXivRaw&from=" + from + "&until=2026-05-12",
          200,
          "text/xml",
          "<OAI-PMH><responseDate>2026-05-12T06:00:00Z</responseDate>"
              + "<error code='noRecordsMatch'/></OAI-PMH>");
    }

    assertThat(runTwice()).containsEntry("arxiv-rss", "down").containsEntry("arxiv-oai", "fresh");
    assertThat(column("select id from paper")).isEmpty();
  }

  @Test
  void aHarvestThatCannotBeReadBringsThem() throws Throwable {
    assertThat(runTwice()).containsEntry("arxiv-oai", "down");
    assertThat(column("select id from paper")).isNotEmpty().allMatch(id -> id.startsWith("spec"));
  }

  @Test
  void whatIsSwitchedOffWorriesNobodyAnyMore() throws Throwable {
    for (String verdict : List.of("late", "partial", "down", "starting", "fresh")) {
      sql(
          "insert into feed values ('%1$s-feed', null, 1, '%1$s', 'as told', now())"
              .formatted(verdict));
    }

    runTwice();

    assertThat(
            column(
                "select name || ': ' || verdict || ', ' || detail from feed"
                    + " where name like '%-feed' order by name"))
        .containsExactly(
            "down-feed: quiet, switched off",
            "fresh-feed: fresh, as told",
            "late-feed: quiet, switched off",
            "partial-feed: quiet, switched off",
            "starting-feed: quiet, switched off");
    assertThat(Events.of("sources.v1"))
        .anySatisfy(
            event -> {
              assertThat(event.key()).isEqualTo("down-feed");
              assertThat(event.body().get("verdict").asText()).isEqualTo("quiet");
            });
  }

  private Map<String, String> runTwice() throws Throwable {
    HarvestJob job = job();
    job.runNow();
    return job.runNow().stream()
        .collect(Collectors.toMap(HarvestJob.Outcome::feed, HarvestJob.Outcome::verdict));
  }

  private HarvestJob job() {
    IngestConfig config =
        Settings.of(
            Map.of(
                "paperboy.ingest.arxiv.enabled", "true",
                "paperboy.ingest.arxiv.server", server.uri("/oai").toString(),
                "paperboy.ingest.arxiv.interval", "1ms",
                "paperboy.ingest.arxiv.first-days", "60",
                "paperboy.ingest.arxiv.back-days", "60",
                "paperboy.ingest.arxiv.listing.enabled", "true",
                "paperboy.ingest.arxiv.listing.server", server.uri("/listing/").toString()));
    Sources sources = new Sources(config, pool, store, BUSINESS);
    return new HarvestJob(
        harvest,
        status,
        lease,
        store,
        broker,
        sources,
        new SourceVerdicts(store, config, BUSINESS),
        config,
        BUSINESS);
  }
}
