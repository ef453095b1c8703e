package dev.paperboy.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./paperboy doctor} on machines made of a few programs of ours and the system's tools. */
class DoctorTest {
  private static final Path SCRIPT = Path.of("../../paperboy").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cut",
          "date",
          "dirname",
          "find",
          "grep",
          "head",
          "id",
          "ls",
          "mktemp",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sort",
          "ss",
          "tail",
          "timeout",
          "tr");
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path machine;
  private Path programs;
  private Path home;
  private final Map<String, String> environment = new HashMap<>();

  record Diagnosis(int exitCode, List<String> lines) {
    String of(String check) {
      for (String line : lines) {
        if (line.matches("  (ok|note|warn|FAIL) +" + check + " .*")) {
          int next = lines.indexOf(line) + 1;
          boolean mended = next < lines.size() && lines.get(next).strip().startsWith("→");
          return (line.strip() + (mended ? " " + lines.get(next).strip() : ""))
              .replaceAll(" +", " ");
        }
      }
      return "nothing about " + check;
    }
  }

  @BeforeEach
  void aFitMachine() throws IOException {
    programs = Files.createDirectories(machine.resolve("bin"));
    home = Files.createDirectories(machine.resolve("home"));
    for (String tool : TOOLS) {
      Path real = Path.of("/usr/bin", tool);
      program(tool, "exec %s \"$@\"".formatted(Files.exists(real) ? real : "/bin/" + tool));
    }
    program("uname", "[ \"$1\" = -m ] && echo x86_64 || echo Linux");
    program("unshare", "exit 0");
    program("mvn", "echo 'Apache Maven 3.9.9 (8e8579a9e76f7d015ee5ec7bfcdc97d260186937)'");
    disk("ext4", 52_428_800);
    arxiv(200, Instant.now(), "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"/>");
    environment.put("PATH", programs.toString());
    environment.put("HOME", home.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LANG", "C.UTF-8");
  }

  @Test
  void aFitMachineMayRunIt() throws Exception {
    Diagnosis diagnosis = doctor();

    assertThat(diagnosis.lines().getLast()).isEqualTo("./paperboy up can run here.");
    assertThat(diagnosis.exitCode()).isZero();
    assertThat(diagnosis.of("java"))
        .isEqualTo(
            "ok java JDK %s in %s"
                .formatted(System.getProperty("java.version"), System.getProperty("java.home")));
    assertThat(diagnosis.of("maven")).isEqualTo("ok maven 3.9.9, " + programs.resolve("mvn"));
    assertThat(diagnosis.of("port")).matches("ok port \\d+ is free");
    assertThat(diagnosis.of("disk")).startsWith("ok disk 50.0 GiB free for " + home);
    assertThat(diagnosis.of("arxiv")).isEqualTo("ok arxiv https://oaipmh.arxiv.org answers");
    assertThat(diagnosis.of("smtp")).startsWith("ok smtp mail goes to the local inbox");
    assertThat(diagnosis.of("locale")).isEqualTo("ok locale C.UTF-8");
    assertThat(diagnosis.of("docker")).startsWith("note docker not installed");
    assertThat(Files.readAllLines(machine.resolve("requests")))
        .containsExactly("https://oaipmh.arxiv.org/oai?verb=Identify");
  }

  @Test
  void anOldMavenIsNamedWithItsMend() throws Exception {
    program("mvn", "echo 'Apache Maven 3.6.3'");

    assertThat(doctor().of("maven"))
        .matches("(FAIL|warn) maven 3.6.3 is too old; 3.8.7 or later is needed → Debian.*");
  }

  @Test
  void aTakenPortFailsAndAnotherIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      Diagnosis diagnosis = doctor("--port", "" + port);

      assertThat(diagnosis.exitCode()).isEqualTo(1);
      assertThat(diagnosis.of("port"))
          .startsWith("FAIL port %d is taken by ".formatted(port))
          .endsWith("→ choose another: ./paperboy up --port %d".formatted(port + 10));
      assertThat(diagnosis.lines().getLast()).startsWith("Not yet: port.");
    }
  }

  @Test
  void thePortOfTheRunOnThisDirectoryIsNotTaken() throws Exception {
    Process launcher =
        new ProcessBuilder("bash", "-c", "exec -a 'java dev.paperboy.local.Main' sleep 60").start();
    try {
      new RunState(
              RunState.READY,
              Map.of(RunState.LAUNCHER, RunningProcess.of(launcher.toHandle())),
              new RunState.Options(null, null, null, 8090, 1),
              "system",
              new RunState.Ports(8090, 1, 2, 3, Map.of(), Map.of()))
          .write(home.resolve("run.json"));

      assertThat(doctor("--data", home.toString()).of("port"))
          .isEqualTo(
              "ok port Paperboy runs in %s on 8090 (process %d)".formatted(home, launcher.pid()));
    } finally {
      launcher.destroyForcibly().waitFor();
    }
  }

  @Test
  void aFullDiskFails() throws Exception {
    disk("ext4", 512_000);

    Diagnosis diagnosis = doctor();

    assertThat(diagnosis.exitCode()).isEqualTo(1);
    assertThat(diagnosis.of("disk")).startsWith("FAIL disk 0.4 GiB free for " + home);
  }

  @Test
  void dataOnANetworkOrInMemoryIsWarnedOf() throws Exception {
    disk("nfs4", 52_428_800);
    assertThat(doctor().of("data")).startsWith("warn data").contains("(nfs4)", "is on a network");
    disk("tmpfs", 52_428_800);
    assertThat(doctor().of("data")).startsWith("warn data").contains("is in memory only");
  }

  @Test
  void dataThatIsAFileFails() throws Exception {
    Path file = Files.writeString(home.resolve("data"), "");

    assertThat(doctor("--data", file.toString()).of("data"))
        .isEqualTo("FAIL data %s is a file → choose another place: --data DIR".formatted(file));
  }

  @Test
  void withoutNetworkItWarnsAndPaperboyMayRun() throws Exception {
    program(
        "curl",
        "printf 000; echo 'curl: (6) Could not resolve host: oaipmh.arxiv.org' >&2; exit 6");

    Diagnosis diagnosis = doctor();

    assertThat(diagnosis.exitCode()).isZero();
    assertThat(diagnosis.of("arxiv"))
        .startsWith(
            "warn arxiv https://oaipmh.arxiv.org cannot be reached: Could not resolve host:"
                + " oaipmh.arxiv.org → let HTTPS out")
        .endsWith("loads specimen papers, so that all can be tried");
    assertThat(diagnosis.of("clock")).startsWith("ok clock");
  }

  @Test
  void aProxyIsNamedAndItsPasswordIsNot() throws Exception {
    environment.put("https_proxy", "http://proxy.example.org:3128/");
    assertThat(doctor().of("arxiv"))
        .isEqualTo(
            "ok arxiv https://oaipmh.arxiv.org answers through the proxy proxy.example.org:3128");
    environment.put("https_proxy", "http://me:secret@proxy.example.org:3128/");
    assertThat(doctor().of("arxiv"))
        .startsWith("warn arxiv")
        .contains("through the proxy proxy.example.org:3128, but Paperboy only knows")
        .doesNotContain("secret");
  }

  @Test
  void whoeverAnswersInPlaceOfArxivIsTold() throws Exception {
    arxiv(200, Instant.now(), "<html>Welcome to the hotel</html>");
    assertThat(doctor().of("arxiv")).startsWith("warn arxiv something else answers in place");
    arxiv(503, Instant.now(), "");
    assertThat(doctor().of("arxiv")).startsWith("ok arxiv").contains("busy (503)");
    arxiv(404, Instant.now(), "");
    assertThat(doctor().of("arxiv")).startsWith("warn arxiv https://oaipmh.arxiv.org answers 404");
  }

  @Test
  void aClockThatIsOffIsFoundInTheSameAnswer() throws Exception {
    arxiv(200, Instant.now().plusSeconds(7_200), "<OAI-PMH/>");

    assertThat(doctor().of("clock"))
        .startsWith("warn clock")
        .containsPattern("is (719\\d|7200) s off the clock of arXiv → set it");
  }

  @Test
  void aConfiguredMailServerMustGreet() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket client = server.accept()) {
                  client.getOutputStream().write("220 mail.example.org ready\r\n".getBytes(UTF_8));
                  client.getInputStream().readAllBytes();
                } catch (IOException e) {
                  // The doctor has hung up.
                }
              });
      environment.put("PAPERBOY_SMTP_HOST", "127.0.0.1");
      environment.put("PAPERBOY_SMTP_PORT", "" + server.getLocalPort());
      assertThat(doctor().of("smtp"))
          .isEqualTo(
              "ok smtp 127.0.0.1:%d greets with «220 mail.example.org ready»; ./paperboy mail test"
                      .formatted(server.getLocalPort())
                  + " ADDRESS tries the rest");
    }
    Diagnosis gone = doctor();
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.of("smtp")).startsWith("FAIL smtp").contains("Connection refused → check");
  }

  @Test
  void aDaemonThatDoesNotAnswerIsOnlyAWarning() throws Exception {
    program("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");

    Diagnosis diagnosis = doctor();

    assertThat(diagnosis.exitCode()).isZero();
    assertThat(diagnosis.of("docker"))
        .startsWith("warn docker installed, but the daemon does not answer")
        .contains("→ start it");
  }

  @Test
  void dockerAndItsComposeAreNamed() throws Exception {
    program("docker", "case $1 in info) echo 28.2.2;; compose) echo v2.35.1;; esac");
    assertThat(doctor().of("docker")).isEqualTo("ok docker daemon 28.2.2, docker compose 2.35.1");
    program("docker", "case $1 in info) echo 28.2.2;; *) exit 1;; esac");
    assertThat(doctor().of("docker")).startsWith("warn docker daemon 28.2.2, but neither");
    program("docker-compose", "echo 1.29.2");
    assertThat(doctor().of("docker")).isEqualTo("ok docker daemon 28.2.2, docker-compose 1.29.2");
  }

  @Test
  void aPlainLocaleIsWarnedOf() throws Exception {
    environment.put("LC_ALL", "POSIX");

    assertThat(doctor().of("locale")).startsWith("warn locale POSIX, not UTF-8");
  }

  @Test
  void aWrongOptionShowsTheUsage() throws Exception {
    Diagnosis diagnosis = doctor("--fast");

    assertThat(diagnosis.exitCode()).isEqualTo(2);
    assertThat(diagnosis.lines().getFirst()).isEqualTo("paperboy: doctor has no option «--fast»");
    assertThat(doctor("--port", "web").lines().getFirst())
        .isEqualTo("paperboy: --port wants a number from 1 to 65535, not «web»");
  }

  private Diagnosis doctor(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(programs.resolve("bash").toString(), SCRIPT.toString(), "doctor"));
    command.addAll(List.of(options));
    if (!command.contains("--port")) {
      command.addAll(List.of("--port", "" + FreePort.one()));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(home.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path output = machine.resolve("output");
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the doctor does not end: " + Files.readString(output));
    }
    return new Diagnosis(process.exitValue(), Files.readString(output).lines().toList());
  }

  private void disk(String kind, long freeKib) throws IOException {
    program(
        "df",
        """
        case $1 in
          -PT) echo "/dev/sda1 %s 99999999 1 %d 1%% /" ;;
          *) echo "/dev/sda1 99999999 1 %d 1%% /" ;;
        esac
        """
            .formatted(kind, freeKib, freeKib));
  }

  /** A curl that answers so and writes down what it was asked. */
  private void arxiv(int status, Instant date, String body) throws IOException {
    program(
        "curl",
        """
        while [ $# -gt 0 ]; do
          case $1 in
            -D) printf 'HTTP/2 %d \\r\\ndate: %s\\r\\n\\r\\n' >"$2"; shift ;;
            -o) printf '%%s' '%s' >"$2"; shift ;;
            http*) echo "$1" >>'%s' ;;
          esac
          shift
        done
        printf %d
        """
            .formatted(
                status,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC)),
                body,
                machine.resolve("requests"),
                status));
  }

  private void program(String name, String body) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
