package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.FakeArxiv;
import dev.paperboy.backing.FreePort;
import dev.paperboy.backing.MailMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first run without network can be tried in full, and gives way to real papers. */
class OfflineE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String READER = "offline.reader@example.org";
  private static final int SPECIMENS = 60;
  private static final int REAL = 40;

  @TempDir private Path scratch;
  private LocalRun paperboy;

  @BeforeEach
  void newDataDirectory() throws Exception {
    paperboy = LocalRun.in("offline");
    paperboy.set("PAPERBOY_INGEST_ARXIV_ENABLED", "true");
    paperboy.set("PAPERBOY_INGEST_ARXIV_INTERVAL", "200ms");
    paperboy.set("PAPERBOY_INGEST_ARXIV_FORMAT", "oai_dc");
    paperboy.set("PAPERBOY_INGEST_ARXIV_BACK_DAYS", "3");
  }

  @AfterEach
  void stop() throws Exception {
    paperboy.close();
  }

  @Test
  void specimensAreThereUntilTheFirstRealPaper() throws Exception {
    Stopwatch watch = new Stopwatch("offline");

    // Given a machine that cannot reach arXiv
    paperboy.set("PAPERBOY_INGEST_ARXIV_SERVER", "http://127.0.0.1:" + FreePort.one() + "/oai");
    up();
    watch.lap("healthy");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(paperboy.counters().classified()).isEqualTo(SPECIMENS));
    watch.lap(SPECIMENS + " specimens tagged");

    // Then everything can be tried, and says that it is made up
    assertThat(page("/")).contains("flag-specimen", "are made up");
    new Signup(paperboy).subscribe(READER, "", "quant-ph");
    paperboy.digest("--for", READER);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails()).hasSizeGreaterThan(1));
    watch.lap("subscribed, digest mailed");
    assertThat(paperboy.command("ingest", "harvest").output())
        .contains("arxiv-oai", "down", "no connection to 127.0.0.1");
    assertThat(paperboy.down().exitCode()).isZero();

    // and when arXiv is there, the first real paper takes their place
    try (FakeArxiv arxiv = OaiRecords.madeUp(REAL, REAL, scratch)) {
      paperboy.set("PAPERBOY_INGEST_ARXIV_SERVER", arxiv.uri().toString());
      up();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(paperboy.counter("ingest", "specimens")).hasValue(0);
                assertThat(paperboy.counters().announced()).isEqualTo(REAL);
                assertThat(paperboy.counters().classified()).isEqualTo(REAL);
                assertThat(page("/search?q=since:2000-01-01")).contains(REAL + " papers<");
              });
      watch.lap(REAL + " real papers, no specimens");
      assertThat(page("/")).doesNotContain("flag-specimen");
    }
  }

  private void up() throws Exception {
    paperboy.upWell("--clock", OaiRecords.DAY + "T22:00:00Z");
  }

  private List<MailMessage> mails() throws IOException {
    return paperboy.inbox().messages().stream().filter(m -> m.to().equals(READER)).toList();
  }

  private String page(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = paperboy.site(path);
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
