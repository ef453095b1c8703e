package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every line of the day's file is accounted for, once, in every service. */
class CountsE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String READER = "counts.reader@example.org";

  private LocalRun paperboy;
  private Path papers;

  @BeforeEach
  void newDataDirectory() throws Exception {
    paperboy = LocalRun.in("counts");
    papers = Specimens.threeDays(paperboy.data().resolve("specimens.jsonl"));
  }

  @AfterEach
  void stop() throws Exception {
    paperboy.close();
  }

  @Test
  void everyPaperOfTheDayArrivesOnceHoweverOftenItIsRead() throws Exception {
    Stopwatch watch = new Stopwatch("counts");

    // Given a day that was read
    up();
    watch.lap("healthy");
    Counters once =
        new Counters(
            Specimens.A_DAY, Specimens.BROKEN_LINES, Specimens.A_DAY, Specimens.A_DAY, 0, 0, 0, 0);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(paperboy.counters()).isEqualTo(once));
    watch.lap(Specimens.A_DAY + " papers on the shelf");

    // When it is read again
    assertThat(paperboy.down().exitCode()).isZero();
    watch.lap("down");
    assertThat(paperboy.processes()).isEmpty();
    up();
    watch.lap("healthy again");

    // Then nothing is announced anew, and a reader gets the day once
    new Signup(paperboy).subscribe(READER, "", "quant-ph");
    watch.lap("subscribed");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(paperboy.counters().digests()).isEqualTo(1));
    watch.lap("digest");
    Launched again = paperboy.digest("--date", Specimens.DAY.toString());
    Launched andAgain = paperboy.digest("--date", Specimens.DAY.toString());
    assertThat(again.output()).contains("0 made now, 1 were there already");
    assertThat(andAgain).isEqualTo(again);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(paperboy.counters())
                    .isEqualTo(
                        new Counters(
                            once.announced(),
                            once.refused(),
                            once.classified(),
                            once.shelved(),
                            1,
                            1,
                            2,
                            0)));
  }

  private void up() throws Exception {
    paperboy.upWell("--papers", papers.toString(), "--day", Specimens.DAY.toString());
  }
}
