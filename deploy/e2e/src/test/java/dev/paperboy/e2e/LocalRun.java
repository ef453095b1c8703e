package dev.paperboy.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.Directories;
import dev.paperboy.backing.FreePort;
import dev.paperboy.backing.MailInbox;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A data directory of its own and the commands on it, run as processes on the packages that this
 * build made. Closing it stops what runs.
 */
final class LocalRun implements AutoCloseable {
  private static final Path CHECKOUT = Path.of(System.getProperty("paperboy.root"));
  private static final Path SCRATCH = CHECKOUT.resolve("deploy/e2e/target/runs");
  private static final int PATIENCE_SECONDS = 180;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<LocalRun> LIVING = ConcurrentHashMap.newKeySet();

  private final Path data;
  private final int port;
  private final Map<String, String> environment = new HashMap<>();

  private LocalRun(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  /** An empty data directory; what an earlier test run left there is deleted. */
  static LocalRun in(String name) throws IOException, InterruptedException {
    LocalRun run = new LocalRun(SCRATCH.resolve(name), FreePort.one());
    run.close();
    Directories.delete(run.data);
    Files.createDirectories(run.data);
    LIVING.add(run);
    return run;
  }

  /** Those that were not closed. */
  static Set<LocalRun> living() {
    return Set.copyOf(LIVING);
  }

  Path data() {
    return data;
  }

  /** Sets a variable that commands find in their environment. */
  void set(String name, String value) {
    environment.put(name, value);
  }

  int port() {
    return port;
  }

  /** An address of the site. */
  URI site(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** The broker's address, while it runs. */
  String kafka() throws IOException {
    JsonNode ports = JSON.readTree(Files.readString(data.resolve("run.json"))).path("ports");
    return "127.0.0.1:" + ports.path("kafka").asInt();
  }

  /** {@code kill -9}; returns when the process is dead. */
  void kill(String name) throws Exception {
    ProcessHandle process =
        process(name).orElseThrow(() -> new AssertionError(name + " does not run"));
    process.destroyForcibly();
    process.onExit().get(10, SECONDS);
  }

  MailInbox inbox() throws IOException {
    return MailInbox.in(data.resolve("inbox"));
  }

  /** {@code up --detach} with more options; returns once it is healthy or has failed. */
  Launched up(String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("up", "--detach", "--port", "" + port));
    words.addAll(List.of(options));
    return run(words);
  }

  /** The same, where nothing but health is expected. */
  Launched upWell(String... options) throws IOException, InterruptedException {
    Launched up = up(options);
    assertThat(up.exitCode()).as(up.output()).isZero();
    return up;
  }

  Launched down() throws IOException, InterruptedException {
    return run(List.of("down"));
  }

  Launched digest(String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("digest"));
    words.addAll(List.of(options));
    return run(words);
  }

  /** Any other command. */
  Launched command(String... words) throws IOException, InterruptedException {
    return run(List.of(words));
  }

  Launched status() throws IOException, InterruptedException {
    return run(List.of("status", "--json"));
  }

  /** The counters that {@code status} shows. */
  Counters counters() throws IOException, InterruptedException {
    return Counters.of(JSON.readTree(status().output()).path("counters"));
  }

  /** Age of the oldest event that a service has not finished, as {@code status} shows it. */
  long oldestUnprocessedSeconds() throws IOException, InterruptedException {
    return JSON.readTree(status().output()).path("oldestUnprocessedSeconds").asLong(-1);
  }

  /** The process of that name in {@code run.json}; empty where there is none or it has ended. */
  Optional<ProcessHandle> process(String name) throws IOException {
    Path file = data.resolve("run.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode process = JSON.readTree(Files.readString(file)).path("processes").path(name);
    return ProcessHandle.of(process.path("pid").asLong(-1)).filter(ProcessHandle::isAlive);
  }

  /** What a service itself counts; empty where it does not answer. */
  OptionalLong counter(String service, String counter) throws IOException, InterruptedException {
    int port =
        JSON.readTree(Files.readString(data.resolve("run.json")))
            .path("ports")
            .path("management")
            .path(service)
            .asInt();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI status = URI.create("http://127.0.0.1:%d/internal/status".formatted(port));
      String answer =
          client
              .send(
                  HttpRequest.newBuilder(status).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return OptionalLong.of(JSON.readTree(answer).path("counters").path(counter).asLong());
    } catch (ConnectException | HttpTimeoutException | JsonProcessingException e) {
      return OptionalLong.empty();
    }
  }

  /** Every process that works for this data directory. */
  List<String> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .flatMap(process -> process.info().commandLine().stream())
        .filter(command -> command.contains(data.toString()))
        .toList();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    LIVING.remove(this);
    if (Files.exists(data.resolve("run.json"))) {
      assertThat(down().exitCode()).isZero();
    }
  }

  private Launched run(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the script starts it, but on what was just packaged, stale or not.
    command.addAll(
        List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dpaperboy.cwd=" + CHECKOUT,
            "-Dpaperboy.checkout=" + CHECKOUT,
            "-cp",
            launcher() + ":" + CHECKOUT.resolve("deploy/local/target/lib") + "/*",
            "dev.paperboy.local.Main"));
    command.addAll(words);
    command.addAll(List.of("--data", data.toString()));
    Path output = Files.createTempFile(Files.createDirectories(SCRATCH), "output", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      // No test may ask arXiv, unless it brings a server of its own and says so.
      builder.environment().putIfAbsent("PAPERBOY_INGEST_ARXIV_ENABLED", "false");
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("no end of " + words + ": " + Files.readString(output));
      }
      return new Launched(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  private static Path launcher() throws IOException {
    try (Stream<Path> files = Files.list(CHECKOUT.resolve("deploy/local/target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("local-[0-9].*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("deploy/local is not packaged"));
    }
  }
}
