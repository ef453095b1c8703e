package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.ingest.FakeServer;
import dev.paperboy.ingest.arxiv.ArxivSources;
import dev.paperboy.ingest.freshness.Verdict;
import dev.paperboy.ingest.source.PaperSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed that repeats yesterday, then brings a part of today, then all of it. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class StaleDrillQuarkusTest {
  private static final Clock BUSINESS =
      Clock.fixed(Instant.parse("2026-05-12T06:00:00Z"), ZoneOffset.UTC);

  @Inject Harvest harvest;
  @Inject HarvestJob job;
  @Inject PaperStore store;
  @Inject IngestConfig config;
  @Inject Pool pool;
  private FakeServer server;
  private PaperSource arxiv;
  private SourceVerdicts verdicts;
  private int eventsBefore;

  @BeforeEach
  void eightWeeksOfPapers() throws Exception {
    sql("truncate paper, refusal, feed, lease, request_limit");
    sql("insert into feed values ('arxiv-oai', null, 1, 'starting', 'x', now())");
    sql(
        """
        insert into paper (id, seq, feed, content_hash, announced, updated, payload)
        select 'arxiv:' || to_char(day, 'YYMM.DD') || row_number() over (partition by day) + 100,
          1, 'arxiv-oai', '', day::date, day::date,
          jsonb_build_object('categories', jsonb_build_array(category))
        from generate_series('2026-03-16'::timestamp, '2026-05-11', '1 day') as day,
          (values ('cs.AI', 60), ('cs.CL', 30)) as usual (category, papers),
          generate_series(1, papers)
        where extract(isodow from day) < 6
        """);
    assertThat(job.alone(() -> true)).isTrue();
    server = FakeServer.start();
    arxiv =
        new ArxivSources(pool, Duration.ofMillis(20))
            .oai(server.uri("/oai"), "arXivRaw", null, 60, 60, Duration.ZERO, BUSINESS);
    verdicts = new SourceVerdicts(store, config, BUSINESS);
    eventsBefore = Events.of("papers.announced.v1").size();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isLateThenPartialThenFreshAndRepeatsNothing() throws Exception {
    serve("");
    Verdict first = poll();
    assertThat(first.state()).isEqualTo("late");
    assertThat(first.detail())
        .isEqualTo(
            "arXiv: nothing of Tuesday 2026-05-12 yet, about 90 papers are due since"
                + " 2026-05-12 04:00 UTC");

    serve(records("cs.AI", 1, 3) + records("cs.CL", 101, 130));
    Verdict second = poll();
    assertThat(second.state()).isEqualTo("partial");
    assertThat(second.detail())
        .isEqualTo(
            "arXiv: Tuesday 2026-05-12 has cs.AI 3 of ~60 so far; 33 papers in all, usually about"
                + " 90");

    serve(records("cs.AI", 1, 60) + records("cs.CL", 101, 130));
    Verdict third = poll();
    assertThat(third)
        .isEqualTo(
            new Verdict("fresh", "arXiv: 90 papers of Tuesday 2026-05-12, usually about 90"));
    assertThat(Events.of("papers.announced.v1")).hasSize(eventsBefore + 90);
  }

  private Verdict poll() throws Exception {
    harvest.run(arxiv, true);
    return verdicts.of(arxiv);
  }

  private void serve(String records) {
    String answer =
        "<OAI-PMH><responseDate>2026-05-12T06:00:00Z</responseDate>%s</OAI-PMH>"
            .formatted(
                records.isEmpty()
                    ? "<error code='noRecordsMatch'/>"
                    : "<ListRecords>" + records + "</ListRecords>");
    for (String from : new String[] {"2026-03-13", "2026-05-11"}) {
      server.on(
          "/oai?verb=ListRecords&metadataPrefix=arXivRaw&from=" + from + "&until=2026-05-12",
          200,
          "text/xml",
          answer);
    }
  }

  private static String records(String category, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            n ->
                """
                <record><header><identifier>oai:arXiv.org:2605.9%04d</identifier>
                <datestamp>2026-05-12</datestamp></header><metadata><arXivRaw>
                <version version="v1"><date>Sun, 10 May 2026 08:18:33 GMT</date></version><title>T</title>
                <authors>Specimen Author 1</authors><categories>%s</categories><abstract>A</abstract>
                </arXivRaw></metadata></record>
                """
                    .formatted(n, category))
        .collect(Collectors.joining());
  }
}
