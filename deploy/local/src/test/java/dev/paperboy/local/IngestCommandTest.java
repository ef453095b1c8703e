package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestCommandTest extends AgainstAService {
  @Test
  void aHarvestTellsWhatEachSourceSaid() throws Exception {
    answer =
        """
        {"announced": 1412, "refused": 1, "feeds": [
          {"feed": "arxiv-oai", "verdict": "fresh", "detail": "read to 2026-11-20"},
          {"feed": "snapshot", "verdict": "waiting", "detail": ""}]}
        """;

    assertThat(new IngestCommand(data, console).harvest()).isZero();

    assertThat(heard).containsExactly("POST /internal/harvest");
    assertThat(lines())
        .containsExactly(
            "Announced 1,412, refused 1.",
            "  arxiv-oai     fresh     read to 2026-11-20",
            "  snapshot      waiting   -");
  }

  @Test
  void aHarvestThatCouldNotReadASourceFails() throws Exception {
    answer =
        """
        {"announced": 0, "refused": 0, "feeds": [
          {"feed": "arxiv-oai", "verdict": "down", "detail": "is this machine online?"}]}
        """;

    assertThat(new IngestCommand(data, console).harvest()).isEqualTo(1);

    assertThat(lines())
        .containsExactly(
            "Announced 0, refused 0.", "  arxiv-oai     down      is this machine online?");
  }

  @Test
  void aPartIsCountedBeforeItIsReplayed() throws Exception {
    answer = "{\"papers\": 2393, \"dryRun\": true, \"seconds\": 0.1}";
    Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 5, 12));

    new IngestCommand(data, console)
        .replay(
            Optional.of(
                new Command.Part(day, day, Optional.of("2605.00001,hep-th/9901001"), false)));

    assertThat(heard)
        .containsExactly(
            "POST /internal/replay?from=2026-05-12&until=2026-05-12"
                + "&ids=2605.00001%2Chep-th%2F9901001&dryRun=true");
    assertThat(lines())
        .containsExactly("Would publish 2,393 papers again; with --publish it does.");
  }

  @Test
  void gapsAreNamedByCategoryAndFail() throws Exception {
    answer =
        """
        {"day": "2026-11-20", "listed": 1412, "harvested": 1400,
         "missing": [{"category": "cs.AI", "listed": 240, "harvested": 228}],
         "listedOnly": [], "cut": ["cs"]}
        """;

    assertThat(new IngestCommand(data, console).gaps()).isEqualTo(1);

    assertThat(heard).containsExactly("GET /internal/gaps");
    assertThat(lines())
        .containsExactly(
            "arXiv listed 1,412 new papers on 2026-11-20; the harvest brought 1,400 of that day.",
            "  cs.AI              228 of 240",
            "  the listing of cs is cut off");
  }

  @Test
  void withoutGapsItSaysSo() throws Exception {
    answer =
        """
        {"day": "2026-11-20", "listed": 1412, "harvested": 1412,
         "missing": [], "listedOnly": [], "cut": []}
        """;

    assertThat(new IngestCommand(data, console).gaps()).isZero();

    assertThat(lines()).last().isEqualTo("No category has fewer than were listed.");
  }

  @Test
  void aReplayTellsHowMuchAndHowLong() throws Exception {
    answer = "{\"papers\": 20000, \"seconds\": 7.25}";

    assertThat(new IngestCommand(data, console).replay(Optional.empty())).isZero();

    assertThat(heard).containsExactly("POST /internal/replay");
    assertThat(lines()).containsExactly("Published 20,000 papers again in 7.3 s.");
  }

  @Test
  void deadLettersAreATable() throws Exception {
    answer =
        """
        {"count": 201, "deadLetters": [
          {"topic": "papers.announced.v1.classify.dlq", "offset": 12, "key": "arxiv:2405.14906",
           "cause": "no title\\n at\\u001b[31m line 3", "fromTopic": "papers.announced.v1",
           "fromPartition": 0, "fromOffset": 7, "at": "2026-11-23T05:59:58.123Z", "bytes": 123,
           "replayedAt": null},
          {"topic": "t.dlq", "offset": 3, "key": null, "cause": "not JSON",
           "at": "2026-11-22T05:00:00Z", "replayedAt": "2026-11-22T06:00:00Z"}]}
        """;

    assertThat(new IngestCommand(data, console).deadLetters()).isZero();

    assertThat(heard).containsExactly("GET /internal/dead-letters");
    assertThat(lines())
        .containsExactly(
            "TOPIC:OFFSET                         KEY               WHEN                  REPLAYED"
                + "              CAUSE",
            "papers.announced.v1.classify.dlq:12  arxiv:2405.14906  2026-11-23 05:59:58Z  no      "
                + "              no title at [31m line 3",
            "t.dlq:3                              -                 2026-11-22 05:00:00Z  2026-11-22"
                + " 06:00:00Z  not JSON",
            "The newest 2 of 201.",
            "",
            "Publish one again: ./paperboy ingest dead-letters --replay TOPIC:OFFSET; all that were"
                + " not replayed: --replay alone.");
  }

  @Test
  void noDeadLettersIsSaid() throws Exception {
    answer = "{\"count\": 0, \"deadLetters\": []}";

    assertThat(new IngestCommand(data, console).deadLetters()).isZero();

    assertThat(lines()).containsExactly("No dead letters: every event could be read.");
  }

  @Test
  void oneDeadLetterOrAllAreReplayed() throws Exception {
    answer =
        "{\"replayed\": 1, \"skipped\": [{\"topic\": \"t.dlq\", \"offset\": 4, \"reason\": \"gone\"}]}";
    IngestCommand ingest = new IngestCommand(data, console);

    assertThat(ingest.replayDeadLetters(Optional.of(new Command.DeadLetter("t.dlq", 3)))).isZero();
    assertThat(ingest.replayDeadLetters(Optional.empty())).isZero();

    assertThat(heard)
        .containsExactly(
            "POST /internal/dead-letters/replay?topic=t.dlq&offset=3",
            "POST /internal/dead-letters/replay");
    assertThat(lines())
        .containsExactly(
            "Replayed 1, skipped 1.",
            "  t.dlq:4  gone",
            "Replayed 1, skipped 1.",
            "  t.dlq:4  gone");
  }
}
