package dev.paperboy.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripted answers of the services, six seconds apart, and what the console says to them. */
class FirstRunTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private FirstRun run = run(false);
  private Duration at = Duration.ZERO;

  @Test
  void theLastListThenFurtherBackThenTheEnd() throws Exception {
    assertThat(hear(feed("starting", "", null, null, null), 0, 0, 0, 0)).isFalse();
    hear(feed("starting", "", "2026-11-20", null, "2026-10-21"), 0, 1204, 800, 700);
    hear(feed("fresh", "", "2026-11-20", "2026-11-20", "2026-10-21"), 0, 1412, 1412, 1412);
    hear(feed("fresh", "", "2026-11-20", "2026-11-08", "2026-10-21"), 0, 9000, 8000, 7999);
    hear(feed("fresh", "", "2026-11-20", "2026-11-08", "2026-10-21"), 0, 9000, 8000, 7999);
    String all = feed("fresh", "", null, "2026-10-21", "2026-10-21");
    assertThat(hear(all, 0, 20000, 19000, 18000)).isFalse();
    assertThat(hear(all, 0, 20000, 20000, 20000)).isFalse();
    assertThat(hear(all, 0, 20000, 20000, 20000)).isTrue();

    assertThat(lines())
        .containsExactly(
            "Reading arXiv's announcements since 20 November …",
            "  1,204 announced · 800 classified · 700 shelved",
            "  further back: 0 of 30 days · 1,412 announced · 1,412 classified · 1,412 shelved",
            "  further back: 12 of 30 days · 9,000 announced · 8,000 classified · 7,999 shelved",
            "  20,000 announced · 19,000 classified · 18,000 shelved",
            "  20,000 announced · 20,000 classified · 20,000 shelved",
            "Every paper is tagged and on the shelf: http://localhost:8080/");
  }

  @Test
  void everythingShelvedIsNotTheEndWhileItGoesFurtherBack() throws Exception {
    String back = feed("fresh", "", "2026-11-20", "2026-11-08", "2026-10-21");
    for (int i = 0; i < 30; i++) {
      assertThat(hear(back, 0, 100, 100, 100)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiet", "late", "partial"})
  void whateverTheSourceHeldItWasRead(String verdict) throws Exception {
    String read = feed(verdict, "", "2026-11-20", "2026-10-21", "2026-10-21");
    boolean ended = false;
    for (int i = 0; i < 30 && !ended; i++) {
      ended = hear(read, 0, 100, 100, 100);
    }
    assertThat(ended).isTrue();
  }

  @Test
  void withoutNetworkItSaysWhyAndWhatThereIsMeanwhile() throws Exception {
    String down =
        feed("down", "no address for oaipmh.arxiv.org; online?", null, null, "2026-10-21");
    hear(down, 0, 0, 0, 0);
    hear(down, 60, 60, 0, 0);
    hear(down, 60, 60, 60, 30);
    hear(down, 60, 60, 60, 42);
    hear(feed("starting", "", null, null, "2026-10-21"), 60, 60, 60, 42);
    assertThat(hear(down, 60, 60, 60, 42)).isFalse();

    assertThat(lines())
        .containsExactly(
            "arXiv cannot be reached: no address for oaipmh.arxiv.org; online?",
            "Paperboy tries again every few minutes and says here when it answers; ./paperboy"
                + " doctor looks for the cause.",
            "Meanwhile there are 60 specimen papers of our own, made up and marked so everywhere,"
                + " to try everything with. They go away with the first real paper.",
            "  60 specimens · 0 classified · 0 shelved",
            "  60 specimens · 60 classified · 30 shelved",
            "  60 specimens · 60 classified · 42 shelved",
            "Every specimen is tagged: http://localhost:8080/");
  }

  @Test
  void whenArxivComesBackThatIsSaidOnceAndTheReadingGoesOn() throws Exception {
    hear(feed("down", "connection refused", null, null, null), 60, 60, 60, 60);
    said.reset();
    String reading = feed("starting", "", "2026-11-20", null, null);
    hear(reading, 0, 500, 60, 0);
    hear(reading, 0, 900, 500, 400);

    assertThat(lines())
        .containsExactly(
            "arXiv answers again.",
            "Reading arXiv's announcements since 20 November …",
            "  500 announced · 60 classified · 0 shelved",
            "  900 announced · 500 classified · 400 shelved");
  }

  @Test
  void aLaterRunWithoutNetworkSpeaksOfNoSpecimens() throws Exception {
    hear(feed("down", "connection refused", null, "2026-10-21", "2026-10-21"), 0, 900, 900, 900);
    hear(feed("down", "connection refused", null, "2026-10-21", "2026-10-21"), 0, 900, 900, 900);

    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst()).isEqualTo("arXiv cannot be reached: connection refused.");
  }

  @Test
  void papersTellThatArxivIsBackBeforeItsVerdictDoes() throws Exception {
    String down = feed("down", "connection refused", "2026-11-20", null, null);
    hear(down, 60, 60, 60, 60);
    said.reset();
    hear(down, 0, 500, 60, 0);
    hear(down, 0, 900, 500, 400);

    assertThat(lines())
        .containsExactly(
            "arXiv answers again.",
            "Reading arXiv's announcements since 20 November …",
            "  500 announced · 60 classified · 0 shelved",
            "  900 announced · 500 classified · 400 shelved");
  }

  @Test
  void whenItGoesAgainThatIsSaidAgain() throws Exception {
    hear(feed("down", "connection refused", null, null, null), 60, 60, 60, 60);
    hear(feed("down", "connection refused", null, null, null), 0, 500, 60, 0);
    said.reset();
    hear(feed("down", "answered 500 five times", null, null, null), 0, 500, 60, 0);

    assertThat(lines().getFirst()).isEqualTo("arXiv cannot be reached: answered 500 five times.");
  }

  @Test
  void aWaitIsExplainedOnce() throws Exception {
    hear(feed("waiting", "arXiv asks for 30 s", null, null, null), 0, 0, 0, 0);
    hear(feed("waiting", "arXiv asks for 24 s", null, null, null), 0, 0, 0, 0);

    assertThat(lines()).containsExactly("Waiting for arXiv: arXiv asks for 30 s.");
  }

  @Test
  void papersThatNeverArriveEndTheWatchHonestly() throws Exception {
    String all = feed("fresh", "", null, "2026-10-21", "2026-10-21");
    hear(all, 0, 100, 99, 98);
    boolean done = false;
    for (int i = 0; i < 10; i++) {
      done = hear(all, 0, 100, 99, 98);
    }

    assertThat(done).isTrue();
    assertThat(lines().getLast()).startsWith("Some papers do not come through; ./paperboy status");
  }

  @Test
  void aShelfThatHoldsLessThanAllIsNoTrouble() throws Exception {
    String all = feed("fresh", "", null, "2026-10-21", "2026-10-21");
    for (int i = 0; i < 3; i++) {
      hear(all, 0, 100, 100, 98);
    }

    assertThat(lines().getLast())
        .isEqualTo(
            "Every paper is tagged; those of the last 30 days are on the shelf: http://localhost:8080/");
  }

  @Test
  void withoutATerminalALineComesEveryFewSecondsAtMost() throws Exception {
    String reading = feed("starting", "", "2026-11-20", null, null);
    run.observe(status(reading, 0, 10), new Flow(10, 0, 0), Duration.ofSeconds(1));
    run.observe(status(reading, 0, 20), new Flow(20, 0, 0), Duration.ofSeconds(2));
    run.observe(status(reading, 0, 30), new Flow(30, 0, 0), Duration.ofSeconds(6));

    assertThat(lines())
        .containsExactly(
            "Reading arXiv's announcements since 20 November …",
            "  10 announced · 0 classified · 0 shelved",
            "  30 announced · 0 classified · 0 shelved");
  }

  @Test
  void onATerminalOneLineMoves() throws Exception {
    run = run(true);
    String reading = feed("starting", "", "2026-11-20", null, null);
    run.observe(status(reading, 0, 10), new Flow(10, 0, 0), Duration.ofSeconds(1));
    run.observe(status(reading, 0, 20), new Flow(20, 0, 0), Duration.ofSeconds(2));

    assertThat(said.toString(UTF_8).split("\n"))
        .containsExactly(
            "Reading arXiv's announcements since 20 November …",
            "\r\u001b[K\u001b[?7l  10 announced · 0 classified · 0 shelved\u001b[?7h"
                + "\r\u001b[K\u001b[?7l  20 announced · 0 classified · 0 shelved\u001b[?7h");
  }

  @Test
  void whatASourceSaysCannotSteerTheTerminal() throws Exception {
    hear(feed("down", "bad\\u001b[2J\\nnews", null, null, null), 0, 0, 0, 0);

    assertThat(lines().getFirst()).isEqualTo("arXiv cannot be reached: bad [2J news.");
  }

  private boolean hear(String feed, long specimens, long announced, long classified, long shelved)
      throws Exception {
    at = at.plusSeconds(6);
    return run.observe(
        status(feed, specimens, announced), new Flow(announced, classified, shelved), at);
  }

  private static IngestStatus status(String feed, long specimens, long announced) throws Exception {
    return IngestStatus.of(
        new JsonMapper()
            .readTree(
                """
                {"service": "ingest",
                 "counters": {"announced": %d, "refused": 0, "specimens": %d},
                 "feeds": [{"feed": "arxiv-rss", "verdict": "down"},
                           {"feed": "snapshot", "verdict": "fresh"}, %s]}
                """
                    .formatted(announced, specimens, feed)));
  }

  private static String feed(
      String verdict, String detail, String reading, String behind, String target) {
    return """
           {"feed": "arxiv-oai", "verdict": "%s", "detail": "%s", "asOf": "2026-11-23T06:00:00Z",
            "reading": %s, "behind": %s, "target": %s}
           """
        .formatted(verdict, detail, quoted(reading), quoted(behind), quoted(target));
  }

  private static String quoted(String day) {
    return day == null ? "null" : '"' + day + '"';
  }

  private FirstRun run(boolean terminal) {
    return new FirstRun(console(terminal), "http://localhost:8080");
  }

  private Console console(boolean terminal) {
    return new Console(new PrintStream(said, true, UTF_8), terminal);
  }

  private List<String> lines() {
    return said.toString(UTF_8).lines().toList();
  }
}
