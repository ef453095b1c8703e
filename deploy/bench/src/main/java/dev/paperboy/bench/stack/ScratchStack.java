package dev.paperboy.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.paperboy.backing.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The packaged stack as {@code ./paperboy up} runs it, in a process of its own, on free ports and a
 * scratch directory. Closing it, Ctrl-C and failures stop it and delete the directory.
 */
public final class ScratchStack implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int START_SECONDS = 240;
  private static final int STOP_SECONDS = 60;
  private static final long POLL_MILLIS = 20;

  private final ScratchDirectory scratch;
  private final Path data;
  private final Thread atExit = new Thread(this::closeQuietly, "stop the stack");
  private Process launcher;
  private double startSeconds;
  private JsonNode state;

  private ScratchStack(ScratchDirectory scratch) {
    this.scratch = scratch;
    this.data = scratch.file("data");
  }

  /**
   * Starts the stack; returns when every part is healthy.
   *
   * @param papers the file that ingest reads
   * @param clock the business time to start at
   * @throws IOException where a part cannot run, with what the launcher said
   */
  public static ScratchStack start(ScratchDirectory scratch, Path papers, Instant clock)
      throws IOException, InterruptedException {
    ScratchStack stack = new ScratchStack(scratch);
    Runtime.getRuntime().addShutdownHook(stack.atExit);
    try {
      stack.launch(papers, clock);
      return stack;
    } catch (IOException | InterruptedException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void launch(Path papers, Instant clock) throws IOException, InterruptedException {
    Path said = scratch.file("launcher.txt");
    List<String> command =
        launcherCommand(
            List.of("up", "--papers", papers.toString(), "--clock", clock.toString()),
            List.of("--port", "" + FreePort.one()));
    long begin = System.nanoTime();
    synchronized (this) {
      launcher =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(said.toFile())
              .start();
    }
    do {
      if (launcher.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)
          || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(START_SECONDS)) {
        throw new IOException("the stack did not start:\n" + Files.readString(said));
      }
      state = readState();
    } while (!state.path("phase").asText().equals("ready"));
    startSeconds = (System.nanoTime() - begin) / 1e9;
  }

  private JsonNode readState() throws IOException {
    Path file = data.resolve("run.json");
    return Files.exists(file) ? JSON.readTree(Files.readString(file)) : MissingNode.getInstance();
  }

  private List<String> launcherCommand(List<String> words, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.paperboy.local.Main");
    command.addAll(words);
    command.addAll(more);
    command.addAll(List.of("--data", data.toString()));
    return command;
  }

  /** From the command to all healthy. */
  public double startSeconds() {
    return startSeconds;
  }

  public String kafka() {
    return "127.0.0.1:" + state.path("ports").path("kafka").asInt();
  }

  /** Where a service answers pages, without the gateway. */
  public int httpPort(String service) {
    return state.path("ports").path("http").path(service).asInt();
  }

  /** The process of a service. */
  public ProcessHandle process(String service) throws IOException {
    long pid = state.path("processes").path(service).path("pid").asLong(-1);
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new IOException(service + " does not run any more"));
  }

  /** A connection to the database in a service's role. */
  public Connection database(String service) throws IOException, SQLException {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("secrets"))) {
      secrets.load(reader);
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {state.path("ports").path("postgres").asInt()});
    source.setDatabaseName("paperboy");
    source.setUser(service);
    source.setPassword(secrets.getProperty(service));
    return source.getConnection();
  }

  public Counters counters() {
    return new Counters(state.path("ports").path("management"));
  }

  /** Mebibytes that each process holds, as {@code ./paperboy status} tells them. */
  public Map<String, Double> memory() throws IOException, InterruptedException {
    Path answer = scratch.file("status.json");
    Process status =
        new ProcessBuilder(launcherCommand(List.of("status", "--json"), List.of()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(answer.toFile())
            .start();
    if (!status.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      status.destroyForcibly();
      throw new IOException("./paperboy status does not end");
    }
    Map<String, Double> memory = new LinkedHashMap<>();
    JSON.readTree(answer.toFile())
        .path("rssMiB")
        .properties()
        .forEach(part -> memory.put(part.getKey(), part.getValue().asDouble()));
    return memory;
  }

  /** Stops every process; the directory stays until the stack is closed. */
  public synchronized void stop() throws InterruptedException {
    if (launcher == null) {
      return;
    }
    // The launcher ends its children when it is told to end.
    launcher.destroy();
    if (!launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      launcher.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    scratch.close();
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException | InterruptedException e) {
      System.err.println("Not cleaned up: " + data + ": " + e.getMessage());
    }
  }
}
