package dev.paperboy.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a running service, against one that answers as it is told. */
class ServiceCommandsTest {
  private static final int SMTP_PORT = 2525;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(said, true, UTF_8), false);
  private final List<String> heard = new ArrayList<>();
  private int status = 200;
  private String answer = "{}";
  @TempDir Path dir;
  private DataDirectory data;
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    data = new DataDirectory(dir);
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    service.start();
    int port = service.getAddress().getPort();
    Map<String, Integer> management = Map.of("ingest", port, "classify", port, "notify", port);
    new RunState(
            RunState.READY,
            Map.of(RunState.LAUNCHER, RunningProcess.of(ProcessHandle.current())),
            new RunState.Options(null, null, null, 8080),
            "system",
            new RunState.Ports(8080, 1, 2, SMTP_PORT, management, management))
        .write(data.runState());
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

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
  void aReplayTellsHowMuchAndHowLong() throws Exception {
    answer = "{\"papers\": 20000, \"seconds\": 7.25}";

    assertThat(new IngestCommand(data, console).replay()).isZero();

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

  @Test
  void aTestMailThatStaysHereSaysWhereItIs() throws Exception {
    answer =
        "{\"to\": \"a+b@example.org\", \"server\": \"127.0.0.1:2525\", \"answer\": \"250 OK\"}";

    assertThat(mailTest("a+b@example.org")).isZero();

    assertThat(heard).containsExactly("POST /internal/mail/test?to=a%2Bb%40example.org");
    assertThat(lines())
        .containsExactly(
            "127.0.0.1:2525 took the mail to a+b@example.org and said «250 OK».",
            "That is the local inbox, no mail leaves this machine: http://localhost:8080/inbox");
  }

  @Test
  void aTestMailThroughARealServerSpeaksOfNoInbox() throws Exception {
    answer =
        "{\"to\": \"a@example.org\", \"server\": \"smtp.example.org:587\", \"answer\": \"250 queued\"}";

    assertThat(mailTest("a@example.org")).isZero();

    assertThat(lines())
        .containsExactly(
            "smtp.example.org:587 took the mail to a@example.org and said «250 queued».");
  }

  @Test
  void whatWentWrongIsRepeatedWithItsMend() throws Exception {
    status = 502;
    answer =
        "{\"message\": \"smtp.example.org:587 said «535 wrong»; check PAPERBOY_SMTP_PASSWORD\"}";

    assertThat(mailTest("a@example.org")).isEqualTo(1);

    assertThat(lines())
        .containsExactly(
            "notify: smtp.example.org:587 said «535 wrong»; check PAPERBOY_SMTP_PASSWORD");
  }

  @Test
  void aRefusalWithoutAReasonNamesTheLog() throws Exception {
    status = 500;
    answer = "oops";

    assertThat(new IngestCommand(data, console).replay()).isEqualTo(1);

    assertThat(lines())
        .containsExactly(
            "ingest answers 500 without a reason; its log is " + dir.resolve("logs/ingest.log"));
  }

  @Test
  void aServiceThatIsDownIsNamed() throws Exception {
    service.stop(0);

    assertThat(new IngestCommand(data, console).harvest()).isEqualTo(1);
    assertThat(mailTest("a@example.org")).isEqualTo(1);

    assertThat(lines())
        .containsExactly(
            "ingest does not answer; ./paperboy status tells more.",
            "notify does not answer; ./paperboy status tells more.");
  }

  @Test
  void whereNothingRunsItSaysHowToStart() throws Exception {
    DataDirectory empty = new DataDirectory(dir.resolve("empty"));

    assertThat(new IngestCommand(empty, console).deadLetters()).isEqualTo(1);

    assertThat(lines())
        .containsExactly("Nothing runs in " + empty.root() + "; start it with ./paperboy up.");
  }

  private int mailTest(String address) throws Exception {
    return MailTestCommand.run(new Command.MailTest(dir, address), console);
  }

  private List<String> lines() {
    return said.toString(UTF_8).lines().toList();
  }
}
