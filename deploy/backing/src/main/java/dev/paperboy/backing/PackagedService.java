package dev.paperboy.backing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service by itself, in a process of its own, on the test backing. */
public final class PackagedService implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 100;
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int http;
  private final int management;
  private final Path log;

  private PackagedService(Process process, int http, int management, Path log) {
    this.process = process;
    this.http = http;
    this.management = management;
    this.log = log;
  }

  /**
   * What to start.
   *
   * @param name of the service, which is its role in the database too
   * @param jar the packaged application
   * @param jvm options of its Java machine
   * @param settings beside those that put it on the backing
   * @param log what it says is appended here
   */
  public record Launch(
      String name, Path jar, List<String> jvm, Map<String, String> settings, Path log) {}

  /** Starts it; does not wait until it is well. */
  public static PackagedService start(Launch launch) throws IOException {
    int http = FreePort.one();
    int management = FreePort.one();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launch.jvm());
    Backing.current().settings(launch.name()).forEach((key, value) -> set(command, key, value));
    launch.settings().forEach((key, value) -> set(command, key, value));
    set(command, "quarkus.http.port", "" + http);
    set(command, "quarkus.management.port", "" + management);
    command.addAll(List.of("-jar", launch.jar().toString()));
    return new PackagedService(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
            .start(),
        http,
        management,
        launch.log());
  }

  /** A page of its public port. */
  public URI page(String path) {
    return URI.create("http://127.0.0.1:" + http + path);
  }

  private static void set(List<String> command, String key, String value) {
    command.add("-D" + key + "=" + value);
  }

  /**
   * Returns when its health is well.
   *
   * @throws IOException where it ends, or is not well in time, saying where its log is
   */
  public void awaitWell() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!isWell()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("the service does not get well; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean isWell() throws InterruptedException {
    try {
      return send("GET", "/q/health").statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What a management endpoint answers.
   *
   * @throws IOException where its status is not 200
   */
  public String ask(String method, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path);
    if (answer.statusCode() != OK) {
      throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
            .timeout(ANSWER)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** kill -9; returns when it is dead. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
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
