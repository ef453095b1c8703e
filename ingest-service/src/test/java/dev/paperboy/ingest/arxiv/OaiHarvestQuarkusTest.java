package dev.paperboy.ingest.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.backing.FakeArxiv;
import dev.paperboy.backing.FakeArxiv.Fault;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.http.RequestLimit;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class OaiHarvestQuarkusTest {
  private static final Duration INTERVAL = Duration.ofMillis(150);
  private static final Instant NOW = Instant.parse("2026-05-12T23:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-05-12");

  @Inject Pool pool;
  private FakeArxiv arxiv;

  @BeforeEach
  void threePages() throws IOException {
    pool.query("delete from request_limit").execute().await().atMost(Duration.ofSeconds(10));
    arxiv = FakeArxiv.serving(List.of(page(1, "7|1001"), page(2, "7|2001"), page(3, null)));
  }

  @AfterEach
  void stop() {
    arxiv.close();
  }

  @Test
  void readsAListOverAllItsPagesAndKeepsItsRequestsApart() throws IOException {
    List<Page> pages = read(source(NOW), null);

    assertThat(ids(pages)).containsExactly("2605.00001", "2605.00002", "2605.00003");
    assertThat(arxiv.queries())
        .containsExactly(
            "verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-09",
            "verb=ListRecords&resumptionToken=7%7C1001",
            "verb=ListRecords&resumptionToken=7%7C2001");
    assertThat(arxiv.gapsMillis()).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(150));
    OaiCheckpoint end = OaiCheckpoint.parse(pages.getLast().checkpoint());
    assertThat(end)
        .isEqualTo(
            new OaiCheckpoint(
                TODAY.minusDays(1), TODAY.minusDays(3), TODAY.minusDays(5), NOW, null));
  }

  @Test
  void goesBackDayByDayOnceTheNewsAreRead() throws IOException {
    String news = read(source(NOW), null).getLast().checkpoint();
    arxiv.serve(List.of(page(4, null)));
    String first = read(source(NOW.plusSeconds(10)), news).getLast().checkpoint();
    assertThat(source(NOW).reach(first))
        .isEqualTo(new PaperSource.Reach(null, TODAY.minusDays(4), TODAY.minusDays(5)));
    String second = read(source(NOW.plusSeconds(20)), first).getLast().checkpoint();

    assertThat(read(source(NOW.plusSeconds(30)), second)).isEmpty();
    assertThat(arxiv.queries().subList(3, 5))
        .containsExactly(
            "verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-08&until=2026-05-08",
            "verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-07&until=2026-05-07");
  }

  @Test
  void newsComeBeforeOldDays() throws IOException {
    String news = read(source(NOW), null).getLast().checkpoint();
    arxiv.serve(List.of(page(4, null)));
    String later = read(source(NOW.plus(Duration.ofMinutes(31))), news).getLast().checkpoint();

    assertThat(arxiv.queries().getLast()).endsWith("&from=2026-05-11");
    assertThat(source(NOW).reach(later).behind()).isEqualTo(TODAY.minusDays(3));
  }

  @Test
  void aDayLivedThroughAgainEndsWhereItEnded() throws IOException {
    Clock business = Clock.fixed(NOW.minus(Duration.ofDays(40)), ZoneOffset.UTC);
    read(source(business, Clock.fixed(NOW, ZoneOffset.UTC)), null);
    assertThat(arxiv.queries().getFirst()).endsWith("&from=2026-03-30&until=2026-04-02");
  }

  @Test
  void tellsWhichPapersAreGone() throws IOException {
    arxiv.serve(
        List.of(
            """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-05-12T22:00:00Z</responseDate>
            <ListRecords><record><header status="deleted"><identifier>oai:arXiv.org:2605.00001</identifier>
            <datestamp>2026-05-12</datestamp></header></record></ListRecords></OAI-PMH>
            """
                .getBytes(StandardCharsets.UTF_8)));
    Page page = read(source(NOW), null).getFirst();
    assertThat(page.deleted()).containsExactly(PaperId.parse("arxiv:2605.00001"));
    assertThat(page.papers()).isEmpty();
  }

  @Test
  void goesOnAtTheTokenAfterARestart() throws IOException {
    String checkpoint;
    try (PaperSource.Pages pages = source(NOW).open(null, false)) {
      checkpoint = pages.next().checkpoint();
    }
    assertThat(ids(read(source(NOW), checkpoint))).containsExactly("2605.00002", "2605.00003");
  }

  @Test
  void asksAgainOnlyWhenItIsTime() throws IOException {
    String end = read(source(NOW), null).getLast().checkpoint();
    assertThat(source(NOW).reach(end).reading()).isNull();
    assertThat(read(source(NOW.plus(Duration.ofMinutes(31))), end)).hasSize(3);
    try (PaperSource.Pages asked = source(NOW.plusSeconds(60)).open(end, true)) {
      assertThat(asked.next().papers()).hasSize(1);
    }
    assertThat(arxiv.queries())
        .contains("verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-11");
  }

  @Test
  void aTokenOfYesterdayIsNotUsed() throws IOException {
    String checkpoint;
    try (PaperSource.Pages pages = source(NOW).open(null, false)) {
      checkpoint = pages.next().checkpoint();
    }
    assertThat(ids(read(source(NOW.plus(Duration.ofHours(2))), checkpoint)))
        .containsExactly("2605.00001", "2605.00002", "2605.00003");
  }

  @Test
  void aRefusedTokenBeginsTheListAgain() throws IOException {
    String checkpoint;
    try (PaperSource.Pages pages = source(NOW).open(null, false)) {
      checkpoint = pages.next().checkpoint();
    }
    arxiv.fail(new Fault.OaiError("badResumptionToken"));
    assertThat(ids(read(source(NOW), checkpoint)))
        .containsExactly("2605.00001", "2605.00002", "2605.00003");
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws IOException {
    arxiv.fail(new Fault.Status(503, Map.of("Retry-After", "1"), ""));
    assertThat(ids(read(source(NOW), null))).hasSize(3);
    assertThat(arxiv.gapsMillis().getFirst()).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void aQuietDayIsAnEmptyList() throws IOException {
    arxiv.fail(new Fault.OaiError("noRecordsMatch"));
    List<Page> pages = read(source(NOW), null);
    assertThat(ids(pages)).isEmpty();
    assertThat(OaiCheckpoint.parse(pages.getLast().checkpoint()).readAt()).isEqualTo(NOW);
  }

  @Test
  void aCutOffPageFailsAndIsReadAgain() throws IOException {
    arxiv.fail(new Fault.CutOff());
    assertThatThrownBy(() -> read(source(NOW), null)).isInstanceOf(IOException.class);
    assertThat(ids(read(source(NOW), null))).hasSize(3);
  }

  @Test
  void anErrorPageWithStatus200IsToldApart() {
    arxiv.fail(new Fault.Status(200, Map.of("Content-Type", "text/html"), "<html>Sorry</html>"));
    assertThatThrownBy(() -> read(source(NOW), null))
        .hasMessageContaining("«text/html» where XML was asked for");
  }

  @Test
  void aTokenThatComesBackIsNoEndlessList() throws IOException {
    arxiv.serve(List.of(page(1, "7|1001"), page(2, "7|1001")));
    assertThatThrownBy(() -> read(source(NOW), null))
        .hasMessageContaining("same resumption token twice");
  }

  @Test
  void saysThatTheMachineIsOffline() {
    arxiv.close();
    assertThatThrownBy(() -> read(source(NOW), null))
        .hasMessageContaining("is this machine online");
  }

  private PaperSource source(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return source(clock, clock);
  }

  private PaperSource source(Clock business, Clock real) {
    return new OaiSource(
        new OaiClient(arxiv.uri(), new PoliteClient(new RequestLimit(pool, "fake", INTERVAL))),
        new OaiSource.OaiSettings("arXivRaw", null, 3, 5, Duration.ofMinutes(30)),
        business,
        real);
  }

  private static List<Page> read(PaperSource source, String checkpoint) throws IOException {
    List<Page> all = new ArrayList<>();
    try (PaperSource.Pages pages = source.open(checkpoint, false)) {
      for (Page page = pages.next(); page != null; page = pages.next()) {
        all.add(page);
      }
    }
    return all;
  }

  private static List<String> ids(List<Page> pages) {
    return pages.stream().flatMap(page -> page.papers().stream()).map(p -> p.id().local()).toList();
  }

  private static byte[] page(int number, String token) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-05-12T22:00:00Z</responseDate>
        <request verb="ListRecords">x</request><ListRecords><record><header><identifier>oai:arXiv.org:2605.%05d</identifier>
        <datestamp>2026-05-12</datestamp></header><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><title>T</title>
        <authors>Specimen Author 1</authors><categories>cs.CL</categories><abstract>A</abstract></arXivRaw></metadata></record>
        <resumptionToken>%s</resumptionToken></ListRecords></OAI-PMH>
        """
        .strip()
        .formatted(number, token == null ? "" : token)
        .getBytes(StandardCharsets.UTF_8);
  }
}
