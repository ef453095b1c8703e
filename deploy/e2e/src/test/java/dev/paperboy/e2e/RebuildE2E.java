package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.Directories;
import dev.paperboy.backing.GivingWay;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Log, search index and shelf can be lost: they are made again from what is left. */
class RebuildE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String READER = "rebuild.reader@example.org";
  private static final Pattern FOUND = Pattern.compile("(\\d+) papers?<");

  private LocalRun paperboy;
  private Path papers;

  @BeforeEach
  void newDataDirectory() throws Exception {
    paperboy = LocalRun.in("rebuild");
    papers = Specimens.threeDays(paperboy.data().resolve("specimens.jsonl"));
  }

  @AfterEach
  void stop() throws Exception {
    paperboy.close();
  }

  @Test
  void whatIsLostIsMadeAgain() throws Exception {
    Stopwatch watch = new Stopwatch("rebuild");
    up();
    awaitAll();
    new Signup(paperboy).subscribe(READER, "", "quant-ph");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(paperboy.counters().mailsSent()).isEqualTo(2));
    watch.lap(Specimens.A_DAY + " papers, one reader, one digest");

    // The broker's volume: red until somebody says that all shall be published again
    assertThat(paperboy.down().exitCode()).isZero();
    Directories.delete(paperboy.data().resolve("kafka"));
    Launched wiped = up();
    assertThat(wiped.output()).contains("run ./paperboy ingest replay");
    Launched status = paperboy.status();
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.output()).contains("the topics lost what was published to them");
    watch.lap("broker wiped, started again");
    Launched replay = paperboy.command("ingest", "replay");
    assertThat(replay.output()).contains("Published " + Specimens.A_DAY + " papers again");
    awaitAll();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(paperboy.status().exitCode()).isZero());
    watch.lap("replayed, all well: " + paperboy.counters());

    // The search index
    assertThat(paperboy.down().exitCode()).isZero();
    Directories.delete(paperboy.data().resolve("classify"));
    up();
    awaitAll();
    watch.lap("search index wiped, started again, %d papers found".formatted(found()));

    // The shelf, under a group that has read everything; notify may notice before it is stopped
    assertThat(empty("shelf")).isEqualTo(Specimens.A_DAY);
    assertThat(paperboy.down().exitCode()).isZero();
    up();
    awaitAll();
    watch.lap("shelf wiped, started again: " + paperboy.counters());

    // and nobody got anything twice
    assertThat(paperboy.digest("--date", Specimens.DAY.toString()).output())
        .contains("0 made now, 1 were there already");
    assertThat(paperboy.counters().mailsSent()).isEqualTo(2);
  }

  private Launched up() throws Exception {
    return paperboy.upWell("--papers", papers.toString(), "--day", Specimens.DAY.toString());
  }

  private void awaitAll() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Counters counters = paperboy.counters();
              assertThat(counters.announced()).isEqualTo(Specimens.A_DAY);
              assertThat(counters.classified()).isEqualTo(Specimens.A_DAY);
              assertThat(counters.shelved()).isEqualTo(Specimens.A_DAY);
              assertThat(found()).isEqualTo(Specimens.A_DAY);
              assertThat(paperboy.oldestUnprocessedSeconds()).as("nothing seems to wait").isZero();
            });
  }

  /** How many papers the search finds of all of them. */
  private int found() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI search = paperboy.site("/search?q=since:" + Specimens.FIRST_DAY);
      String page =
          client
              .send(HttpRequest.newBuilder(search).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      Matcher found = FOUND.matcher(page);
      return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
  }

  /** Gives how many rows there were. */
  private int empty(String table) throws Exception {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(paperboy.data().resolve("secrets"))) {
      secrets.load(reader);
    }
    int port =
        new ObjectMapper()
            .readTree(Files.readString(paperboy.data().resolve("run.json")))
            .at("/ports/postgres")
            .asInt();
    try (Connection db =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/paperboy".formatted(port),
                "notify",
                secrets.getProperty("notify"));
        Statement statement = db.createStatement()) {
      try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
        rows.next();
        int before = rows.getInt(1);
        GivingWay.truncate(db, table);
        return before;
      }
    }
  }
}
