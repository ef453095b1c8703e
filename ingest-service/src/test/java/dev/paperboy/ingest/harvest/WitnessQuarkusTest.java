package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.column;
import static dev.paperboy.ingest.harvest.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.ingest.FakeServer;
import dev.paperboy.ingest.arxiv.ArxivSources;
import dev.paperboy.ingest.biorxiv.DetailsSource;
import dev.paperboy.ingest.biorxiv.DetailsSource.DetailsSettings;
import dev.paperboy.ingest.harvest.Events.Event;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.http.RequestLimit;
import dev.paperboy.ingest.source.PaperSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The witnesses beside arXiv's harvest, and the other archives. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class WitnessQuarkusTest {
  private static final String PAPERS = "papers.announced.v1";
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final LocalDate DAY = LocalDate.parse("2026-05-12");

  @Inject Harvest harvest;
  @Inject HarvestJob job;
  @Inject Pool pool;
  @Inject PaperStore store;
  private FakeServer server;
  private ArxivSources arxiv;
  private int eventsBefore;

  @BeforeEach
  void emptyStore() throws Exception {
    sql("truncate paper, refusal, feed, lease, request_limit");
    for (String feed : List.of("arxiv-oai", "arxiv-rss", "arxiv-api", "biorxiv")) {
      sql("insert into feed values ('%s', null, 1, 'starting', 'x', now())".formatted(feed));
    }
    assertThat(job.alone(() -> true)).isTrue();
    server = FakeServer.start();
    arxiv = new ArxivSources(pool, INTERVAL);
    eventsBefore = Events.of(PAPERS).size();
    oai(record("2605.00001"));
    listing("a", entry("2605.00001v1", "new") + entry("2605.00002v1", "new"));
    listing("b", entry("2605.00009v4", "replace"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theListingBringsWhatTheHarvestLeftOutAndChangesNothingElse() throws Exception {
    harvest.run(oai(), true);
    Tally tally = harvest.run(listing(), true);

    assertThat(tally.toString()).isEqualTo("NEW=1 refused=0");
    assertThat(news())
        .extracting(Event::key, e -> e.body().get("comments").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("arxiv:2605.00001", "3 pages"),
            org.assertj.core.groups.Tuple.tuple("arxiv:2605.00002", "null"));
    assertThat(column("select origin from paper order by id"))
        .containsExactly("harvest", "listing");
  }

  @Test
  void theListingRemembersWhatItCounted() throws Exception {
    harvest.run(oai(), true);
    PaperSource listing = listing();
    harvest.run(listing, true);
    String checkpoint = column("select checkpoint from feed where name = 'arxiv-rss'").getFirst();

    assertThat(listing.listed(checkpoint))
        .isEqualTo(new PaperSource.Listed(DAY, Map.of("cs.CL", 2), List.of()));
    try (PaperSource.Pages pages = listing.open(checkpoint, false)) {
      assertThat(pages.next()).isNull();
    }
  }

  @Test
  void theApiIsAskedForWhatTheHarvestLeftOut() throws Exception {
    harvest.run(oai(), true);
    harvest.run(listing(), true);
    server.on(
        "/api?max_results=100&id_list=2605.00002",
        200,
        "application/atom+xml",
        """
        <feed xmlns:arxiv='http://arxiv.org/schemas/atom' xmlns='http://www.w3.org/2005/Atom'>
        <entry><id>http://arxiv.org/abs/2605.00002v1</id><title>T</title><updated>2026-05-10T08:18:33Z</updated>
        <summary>A</summary><category term="cs.CL"/><published>2026-05-10T08:18:33Z</published>
        <arxiv:comment>5 pages</arxiv:comment><author><name>Specimen Author 1</name></author></entry></feed>
        """);

    harvest.run(api(), true);
    harvest.run(api(), true);

    assertThat(news()).hasSize(3);
    assertThat(news().getLast().body().toString())
        .contains("\"kind\":\"metadata\"", "\"comments\":\"5 pages\"", "\"updated\":\"2026-05-12\"")
        .contains("\"license\":\"http://example.org/l\"");
    // The second time nothing is missing, and nobody is asked.
    assertThat(server.asked()).filteredOn(request -> request.startsWith("/api")).hasSize(1);
  }

  @Test
  void aLaterHarvestConfirmsWhatTheListingTold() throws Exception {
    harvest.run(listing(), true);
    oai(record("2605.00001") + record("2605.00002").replace("<comments>3 pages</comments>", ""));
    harvest.run(oai(), true);

    assertThat(column("select id || ' ' || origin from paper order by id"))
        .containsExactly("arxiv:2605.00001 harvest", "arxiv:2605.00002 harvest");
    assertThat(news().subList(2, news().size()))
        .extracting(Event::key)
        .containsExactly("arxiv:2605.00001");
  }

  @Test
  void anErrorOfTheApiIsTold() throws Exception {
    harvest.run(listing(), true);
    server.on(
        "/api?max_results=100&id_list=2605.00001,2605.00002",
        400,
        "application/atom+xml",
        "<feed><entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format</summary></entry></feed>");
    assertThatThrownBy(() -> harvest.run(api(), true))
        .hasMessage("arXiv's query API says: incorrect id format");
  }

  @Test
  void biorxivIsReadByCursor() throws Exception {
    details("2026-05-10/2026-05-12/0", 0, 2, preprint("10.1101/2026.05.11.000001", 1));
    details("2026-05-10/2026-05-12/1", 1, 2, preprint("10.1101/2026.05.12.000002", 1));
    details(
        "2026-05-11/2026-05-12/0",
        0,
        2,
        preprint("10.1101/2026.05.12.000002", 2) + "," + preprint("10.1101/2026.05.12.000002", 1));
    PaperSource source =
        new DetailsSource(
            "biorxiv",
            new PoliteClient(new RequestLimit(pool, "fake", INTERVAL)),
            new DetailsSettings(server.uri("/details"), 2, EVERY),
            Clock.fixed(Instant.parse("2026-05-12T12:00:00Z"), ZoneOffset.UTC),
            Clock.systemUTC());

    assertThat(harvest.run(source, true).toString()).isEqualTo("NEW=2 refused=0");
    assertThat(harvest.run(source, false).hasPages()).isFalse();
    assertThat(harvest.run(source, true).toString()).isEqualTo("REPLACED=1 refused=0");

    assertThat(news())
        .extracting(Event::key, e -> e.body().get("version").asInt())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("biorxiv:10.1101/2026.05.11.000001", 1),
            org.assertj.core.groups.Tuple.tuple("biorxiv:10.1101/2026.05.12.000002", 1),
            org.assertj.core.groups.Tuple.tuple("biorxiv:10.1101/2026.05.12.000002", 2));
  }

  private PaperSource oai() {
    return arxiv.oai(
        server.uri("/oai"),
        "arXivRaw",
        null,
        3,
        3,
        EVERY,
        Clock.fixed(Instant.parse("2026-05-12T12:00:00Z"), ZoneOffset.UTC));
  }

  private PaperSource listing() {
    return arxiv.listing(server.uri("/atom/"), List.of("a", "b"), EVERY);
  }

  private PaperSource api() {
    return arxiv.api(
        server.uri("/api"),
        limit -> store.listedOnly(DAY, DAY, limit).await().atMost(Duration.ofSeconds(10)),
        EVERY);
  }

  private void oai(String records) {
    server.on(
        "/oai?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-09&until=2026-05-12",
        200,
        "text/xml",
        "<OAI-PMH><responseDate>2026-05-12T12:00:00Z</responseDate><ListRecords>"
            + records
            + "</ListRecords></OAI-PMH>");
  }

  private static String record(String id) {
    return """
        <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>2026-05-12</datestamp></header>
        <metadata><arXivRaw><version version="v1"><date>Sun, 10 May 2026 08:18:33 GMT</date></version><title>T</title>
        <authors>Specimen Author 1</authors><categories>cs.CL</categories><comments>3 pages</comments>
        <license>http://example.org/l</license><abstract>A</abstract></arXivRaw></metadata></record>
        """
        .formatted(id);
  }

  private void listing(String group, String entries) {
    server.on(
        "/atom/" + group,
        200,
        "application/xml",
        "<feed xmlns:arxiv='http://arxiv.org/schemas/atom' xmlns:dc='http://purl.org/dc/elements/1.1/'><updated>2026-05-12T04:00:19+00:00</updated>"
            + entries
            + "</feed>");
  }

  private static String entry(String id, String type) {
    return """
        <entry><id>oai:arXiv.org:%s</id><title>T</title><summary>arXiv:%s Announce Type: %s Abstract: A</summary>
        <category term="cs.CL"/><published>2026-05-12T00:00:00-04:00</published>
        <arxiv:announce_type>%s</arxiv:announce_type><dc:rights>http://example.org/l</dc:rights>
        <dc:creator>Specimen Author 1</dc:creator></entry>
        """
        .formatted(id, id, type, type);
  }

  private void details(String path, int cursor, int total, String records) {
    server.on(
        "/details/biorxiv/" + path + "/json",
        200,
        "application/json",
        "{\"messages\":[{\"status\":\"ok\",\"cursor\":%d,\"total\":\"%d\"}],\"collection\":[%s]}"
            .formatted(cursor, total, records));
  }

  private static String preprint(String doi, int version) {
    return """
        {"title":"T","authors":"Author, S. 1.","doi":"%s","date":"2026-05-12","version":"%d","type":"new results",
         "license":"cc_by","category":"cell biology","abstract":"A","published":"NA","server":"bioRxiv"}
        """
        .formatted(doi, version);
  }

  private List<Event> news() {
    List<Event> events = Events.of(PAPERS);
    return events.subList(eventsBefore, events.size());
  }
}
