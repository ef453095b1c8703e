package dev.paperboy.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged ingest-service alone, on the test backing. */
final class IngestProcess implements AutoCloseable {
  private static final Path CHECKOUT = Path.of(System.getProperty("paperboy.root"));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int management;

  private IngestProcess(Process process, int management) {
    this.process = process;
    this.management = management;
  }

  /** Starts it with more settings; does not wait until it is well. */
  static IngestProcess start(Map<String, String> settings) throws IOException {
    int management = FreePort.one();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    Backing.current()
        .settings("ingest")
        .forEach((name, value) -> command.add("-D" + name + "=" + value));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-Dquarkus.http.port=" + FreePort.one());
    command.add("-Dquarkus.management.port=" + management);
    command.add("-jar");
    command.add(CHECKOUT.resolve("ingest-service/target/quarkus-app/quarkus-run.jar").toString());
    Path log =
        Files.createDirectories(CHECKOUT.resolve("deploy/e2e/target/runs")).resolve("ingest.log");
    return new IngestProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start(),
        management);
  }

  void awaitWell() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> send("GET", "/q/health").statusCode() == 200);
  }

  /** What a management endpoint answers; fails where that is not 200. */
  JsonNode ask(String method, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
            .timeout(Duration.ofMinutes(2))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** kill -9; returns when it is dead. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      kill();
    }
    client.close();
  }
}
