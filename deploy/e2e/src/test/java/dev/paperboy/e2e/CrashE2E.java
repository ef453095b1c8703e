package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.MailMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 of every part in the middle of a day loses nothing and repeats nothing. */
class CrashE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /**
   * Two pages of ingest, and enough to be still being classified when the kills come. Ingest reads
   * them in a second or so, mostly before the stack is healthy: its kill may come after its work.
   */
  private static final int PAPERS = 1_050;

  private static final List<String> READERS =
      List.of("crash.one@example.org", "crash.two@example.org", "crash.three@example.org");

  private LocalRun paperboy;
  private Path papers;

  @BeforeEach
  void newDataDirectory() throws Exception {
    paperboy = LocalRun.in("crash");
    papers = Specimens.busyDay(paperboy.data().resolve("specimens.jsonl"), PAPERS);
  }

  @AfterEach
  void stop() throws Exception {
    paperboy.close();
  }

  @Test
  void killsInTheMiddleOfADayLoseNothing() throws Exception {
    Stopwatch watch = new Stopwatch("crash");

    // Given three readers, confirmed the evening before
    paperboy.upWell("--clock", Specimens.FIRST_DAY + "T23:00:00Z");
    watch.lap("healthy");
    Signup signup = new Signup(paperboy);
    for (String reader : READERS) {
      signup.subscribe(reader, "", READERS.indexOf(reader) == 0 ? "quant-ph" : "");
    }
    watch.lap("three readers confirmed");
    assertThat(paperboy.down().exitCode()).isZero();
    watch.lap("down");

    // When each part is killed in the middle of the day
    paperboy.upWell("--papers", papers.toString(), "--day", Specimens.DAY.toString());
    watch.lap("healthy with %,d papers to read".formatted(PAPERS));
    paperboy.kill("ingest");
    awaitAtLeast(PAPERS / 12, "notify", "shelved");
    paperboy.kill("notify");
    awaitAtLeast(PAPERS / 6, "classify", "classified");
    paperboy.kill("classify");
    watch.lap("killed ingest, notify and classify");
    // Classifying is the slowest part: as long as it is not done, the day is not.
    awaitAtLeast(PAPERS / 2, "classify", "classified");
    long classified = paperboy.counter("classify", "classified").orElseThrow();
    paperboy.kill("launcher");
    watch.lap("killed the launcher at %,d classified".formatted(classified));
    assertThat(classified).isLessThan(PAPERS);

    // Then the next start brings everything home
    paperboy.upWell("--papers", papers.toString(), "--day", Specimens.DAY.toString());
    watch.lap("healthy again");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Counters counters = paperboy.counters();
              assertThat(counters.announced()).isEqualTo(PAPERS);
              assertThat(counters.classified()).isEqualTo(PAPERS);
              assertThat(counters.shelved()).isEqualTo(PAPERS);
              assertThat(counters.subscribers()).isEqualTo(READERS.size());
            });
    watch.lap("all papers on the shelf");
    for (String reader : READERS) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(digests(reader)).as("digests to " + reader).isNotEmpty());
    }
    watch.lap("every reader has the digest");

    // and what was cut in the middle is not made twice
    paperboy.kill("notify");
    assertThat(paperboy.down().exitCode()).isZero();
    assertThat(paperboy.processes()).isEmpty();
    paperboy.upWell("--papers", papers.toString(), "--day", Specimens.DAY.toString());
    assertThat(paperboy.digest("--date", Specimens.DAY.toString()).output())
        .contains("0 made now, 3 were there already");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Counters counters = paperboy.counters();
              assertThat(counters.announced()).isEqualTo(PAPERS);
              assertThat(counters.deadLetters()).isZero();
            });
    for (String reader : READERS) {
      List<MailMessage> digests = digests(reader);
      assertThat(digests.stream().map(mail -> mail.header("Message-ID")).distinct())
          .as("different digests to " + reader)
          .hasSize(1);
      // A send that was cut behind its last dot may come once more, as the same mail.
      assertThat(digests).hasSizeBetween(1, 2);
    }
    assertThat(paperboy.down().exitCode()).isZero();
    assertThat(paperboy.processes()).isEmpty();
    watch.lap("killed, started and stopped once more");
  }

  private void awaitAtLeast(long papers, String service, String counter) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(paperboy.counter(service, counter).orElse(0))
                    .as(counter)
                    .isGreaterThanOrEqualTo(papers));
  }

  /** A confirmation has no way out in its headers; a digest has. */
  private List<MailMessage> digests(String reader) throws IOException {
    return paperboy.inbox().messages().stream()
        .filter(mail -> mail.to().equals(reader))
        .filter(mail -> mail.header("List-Unsubscribe").isPresent())
        .toList();
  }
}
