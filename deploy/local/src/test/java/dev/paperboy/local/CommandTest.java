package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
  @TempDir Path cwd;

  @Test
  void upTakesItsPathsFromTheCallersDirectory() throws Exception {
    Files.createDirectories(cwd.resolve("in"));
    Files.writeString(cwd.resolve("in/day.jsonl"), "");

    Command command =
        parse(
            "up",
            "--papers",
            "in/day.jsonl",
            "--day",
            "2026-05-12",
            "--port=8090",
            "--data",
            "x/../run",
            "--detach");

    assertThat(command)
        .isEqualTo(
            new Command.Up(
                cwd.resolve("run"),
                new RunOptions(
                    Optional.of(cwd.resolve("in/day.jsonl").toString()),
                    Optional.of(LocalDate.of(2026, 5, 12)),
                    Optional.empty(),
                    Optional.of(8090),
                    Optional.empty()),
                true));
  }

  @Test
  void upNeedsNoOption() throws Exception {
    assertThat(parse("up"))
        .isEqualTo(
            new Command.Up(
                cwd.resolve(".paperboy"),
                new RunOptions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                false));
  }

  @Test
  void theOtherCommandsTakeTheirOptions() throws Exception {
    assertThat(parse("down", "--data", "d")).isEqualTo(new Command.Down(cwd.resolve("d")));
    assertThat(parse("status", "--json"))
        .isEqualTo(new Command.Status(cwd.resolve(".paperboy"), true));
    assertThat(parse("digest", "--date", "2026-05-12", "--for", "a@example.org"))
        .isEqualTo(
            new Command.Digest(
                cwd.resolve(".paperboy"),
                Optional.of(LocalDate.of(2026, 5, 12)),
                Optional.of("a@example.org")));
    assertThat(parse("ingest", "harvest")).isEqualTo(new Command.Harvest(cwd.resolve(".paperboy")));
    assertThat(parse("ingest", "replay", "--data", "d"))
        .isEqualTo(new Command.Replay(cwd.resolve("d"), Optional.empty()));
    assertThat(parse("mail", "test", "a@example.org", "--data=d"))
        .isEqualTo(new Command.MailTest(cwd.resolve("d"), "a@example.org"));
    assertThat(parse()).isEqualTo(new Command.Help());
  }

  @Test
  void papersOfAnEarlierVersionAreClassifiedAgain() throws UsageException {
    assertThat(parse("classify", "again"))
        .isEqualTo(new Command.ClassifyAgain(cwd.resolve(".paperboy"), Optional.empty()));
    assertThat(parse("classify", "again", "--since", "2026-05-12", "--data", "d"))
        .isEqualTo(
            new Command.ClassifyAgain(cwd.resolve("d"), Optional.of(LocalDate.of(2026, 5, 12))));
  }

  @Test
  void aPartIsReplayedDryUnlessToldOtherwise() throws Exception {
    LocalDate day = LocalDate.of(2026, 5, 12);
    assertThat(parse("ingest", "replay", "--data", "d", "--from", "2026-05-12"))
        .isEqualTo(
            new Command.Replay(
                cwd.resolve("d"),
                Optional.of(
                    new Command.Part(
                        Optional.of(day), Optional.empty(), Optional.empty(), false))));
    assertThat(
            parse("ingest", "replay", "--data=d", "--until=2026-05-12", "--ids=a,b", "--publish"))
        .isEqualTo(
            new Command.Replay(
                cwd.resolve("d"),
                Optional.of(
                    new Command.Part(
                        Optional.empty(), Optional.of(day), Optional.of("a,b"), true))));
    assertThat(parse("ingest", "gaps", "--data", "d"))
        .isEqualTo(new Command.Gaps(cwd.resolve("d")));
  }

  @Test
  void deadLettersAreListedOrReplayedAllOrOne() throws Exception {
    Path data = cwd.resolve("d");
    assertThat(parse("ingest", "dead-letters", "--data", "d"))
        .isEqualTo(new Command.DeadLetters(data));
    assertThat(parse("ingest", "dead-letters", "--replay", "--data", "d"))
        .isEqualTo(new Command.ReplayDeadLetters(data, Optional.empty()));
    assertThat(parse("ingest", "dead-letters", "--data", "d", "--replay"))
        .isEqualTo(new Command.ReplayDeadLetters(data, Optional.empty()));
    assertThat(parse("ingest", "dead-letters", "--replay", "a.b.dlq:12", "--data", "d"))
        .isEqualTo(
            new Command.ReplayDeadLetters(
                data, Optional.of(new Command.DeadLetter("a.b.dlq", 12))));
  }

  @ParameterizedTest
  @CsvSource({
    "fly, there is no command «fly»",
    "up --wings, up has no option «--wings»",
    "up extra, up has no option «extra»",
    "up --detach=yes, up has no option «--detach=yes»",
    "up --day, --day wants a value",
    "up --day 12.05.2026, '--day wants a date such as 2026-05-12, not «12.05.2026»'",
    "up --day 2026-02-30, '--day wants a date such as 2026-05-12, not «2026-02-30»'",
    "up --clock noon, '--clock wants a time such as 2026-05-12T23:00:00Z, not «noon»'",
    "up --port web, '--port wants a number, not «web»'",
    "up --port 70000, '--port must be between 1 and 65535, not 70000'",
    "up --replicas 0, '--replicas must be between 1 and 4, not 0'",
    "up --replicas 9, '--replicas must be between 1 and 4, not 9'",
    "up --port 1 --port 2, --port is given twice",
    "up --papers notes.txt, '--papers wants a .jsonl or .jsonl.gz file, not «notes.txt»'",
    "up --papers none.jsonl.gz, --papers: there is no readable file",
    "digest --for nobody, '--for wants a mail address, not «nobody»'",
    "classify, 'classify wants the word again: classify again --since 2026-05-12'",
    "classify again --since May, '--since wants a date such as 2026-05-12, not «May»'",
    "ingest, 'ingest wants harvest, gaps, replay or dead-letters'",
    "ingest fly, 'ingest can harvest, gaps, replay and dead-letters, not «fly»'",
    "ingest replay --from May, '--from wants a date such as 2026-05-12, not «May»'",
    "ingest replay --publish, '--publish wants --from, --until or --ids; without any, ingest replay publishes all'",
    "ingest replay all, ingest replay has no option «all»",
    "ingest dead-letters --replay dlq, '--replay wants a dead letter as it is listed, TOPIC:OFFSET, not «dlq»'",
    "ingest dead-letters --replay :1, '--replay wants a dead letter as it is listed, TOPIC:OFFSET, not «:1»'",
    "ingest dead-letters --replay a:1 --replay, --replay is given twice",
    "ingest dead-letters --replay --replay=a:1, --replay is given twice",
    "mail, mail wants the word test and an address",
    "mail test, mail wants the word test and an address",
    "mail test --data d, mail wants the word test and an address",
    "mail test nobody, 'mail test wants a mail address, not «nobody»'",
    "mail test a@b c@d, mail test has no option «c@d»",
    "status --for a@b, status has no option «--for»"
  })
  void whatCannotBeMeantIsRefusedWithTheReason(String line, String reason) {
    assertThatThrownBy(() -> parse(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void aDayIsLivedThroughFromItsEveningOn() throws Exception {
    Instant now = Instant.parse("2026-11-23T02:00:00Z");
    assertThat(options("up", "--day", "2026-05-12").clockSetting(now))
        .isEqualTo("2026-05-12T23:00:00Z@2026-11-23T02:00:00Z");
    assertThat(
            options("up", "--day", "2026-05-12", "--clock", "2026-05-13T08:00:00+02:00")
                .clockSetting(now))
        .isEqualTo("2026-05-13T06:00:00Z@2026-11-23T02:00:00Z");
    assertThat(options("up").clockSetting(now)).isEqualTo("system");
  }

  @Test
  void onlyWhatIsAskedForCanDifferFromWhatRuns() throws Exception {
    RunOptions running = options("up", "--day", "2026-05-12");

    assertThat(options("up").differencesFrom(running)).isEmpty();
    assertThat(options("up", "--day", "2026-05-12", "--port", "8080").differencesFrom(running))
        .isEmpty();
    assertThat(
            options(
                    "up",
                    "--day",
                    "2026-05-13",
                    "--port",
                    "8090",
                    "--clock",
                    "2026-05-13T00:00:00Z")
                .differencesFrom(running))
        .containsExactly("--day 2026-05-12", "no --clock", "--port 8080");
    assertThat(options("up", "--replicas", "1").differencesFrom(running)).isEmpty();
    assertThat(options("up", "--replicas", "2").differencesFrom(running))
        .containsExactly("--replicas 1");
  }

  @Test
  void aDigestsAddressIsEncoded() throws Exception {
    assertThat(DigestCommand.path((Command.Digest) parse("digest"))).isEqualTo("/internal/digest");
    assertThat(
            DigestCommand.path(
                (Command.Digest)
                    parse("digest", "--for", "a+b&c@example.org", "--date", "2026-05-12")))
        .isEqualTo("/internal/digest?date=2026-05-12&for=a%2Bb%26c%40example.org");
  }

  private RunOptions options(String... words) throws UsageException {
    return ((Command.Up) parse(words)).asked();
  }

  private Command parse(String... words) throws UsageException {
    return Command.parse(List.of(words), cwd);
  }
}
