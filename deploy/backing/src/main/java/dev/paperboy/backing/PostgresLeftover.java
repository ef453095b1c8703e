package dev.paperboy.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a crash left behind in a data directory: a server that still runs, or only its pid file.
 *
 * <p>Every PostgreSQL process works inside its data directory, so we find them by that and never by
 * a pid alone, which may belong to somebody else by now. The pid file is removed only when no such
 * process is left: a second server on a directory whose old back ends still write would ruin it.
 */
final class PostgresLeftover {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final Path data;

  PostgresLeftover(Path data) {
    this.data = data;
  }

  /** Returns whether a server was running. */
  boolean end() throws IOException, InterruptedException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return false;
    }
    Optional<ProcessHandle> server =
        workers().stream().filter(p -> p.pid() == pid(pidFile)).findAny();
    if (server.isPresent()) {
      // SIGINT is PostgreSQL's fast shutdown; ProcessHandle can only send SIGTERM, which waits for
      // clients that may never leave, and SIGKILL.
      new ProcessBuilder("sh", "-c", "kill -INT " + server.get().pid()).start().waitFor();
      await(List.of(server.get()));
    }
    await(workers());
    Files.deleteIfExists(pidFile);
    return server.isPresent();
  }

  private static long pid(Path pidFile) {
    try (var lines = Files.lines(pidFile)) {
      return lines.findFirst().map(String::strip).map(Long::parseLong).orElse(-1L);
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return -1;
    }
  }

  private List<ProcessHandle> workers() throws IOException {
    List<ProcessHandle> found = new ArrayList<>();
    Path proc = Path.of("/proc");
    if (!Files.isDirectory(proc)) {
      return found;
    }
    Path real = data.toRealPath();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        try {
          boolean inside = Files.readSymbolicLink(process.resolve("cwd")).equals(real);
          String name = Files.readString(process.resolve("comm")).strip();
          if (inside && name.startsWith("postgres")) {
            ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                .ifPresent(found::add);
          }
        } catch (IOException e) {
          // Gone meanwhile, or another user's: not ours to judge.
        }
      }
    }
    return found;
  }

  private static void await(List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    try {
      all.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("an earlier PostgreSQL does not stop: " + processes, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
