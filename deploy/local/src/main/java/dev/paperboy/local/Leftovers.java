package dev.paperboy.local;

import dev.paperboy.backing.PostgresServer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a killed launcher left running on a data directory. */
final class Leftovers {
  private static final int PATIENCE_SECONDS = 4;

  private Leftovers() {}

  /** The argument that marks a service as started for a data directory. */
  static String mark(DataDirectory data) {
    return "-Dpaperboy.data=" + data.root();
  }

  /**
   * Ends the services first, then their database.
   *
   * @return how many processes were ended
   */
  static int end(DataDirectory data, Optional<RunState> state)
      throws IOException, InterruptedException {
    Set<ProcessHandle> services = new HashSet<>();
    state.ifPresent(
        known ->
            known
                .processes()
                .forEach(
                    (name, process) -> {
                      if (!name.equals(RunState.LAUNCHER) && !name.equals("postgres")) {
                        process.find().ifPresent(services::add);
                      }
                    }));
    // A launcher killed between starting a child and writing its pid is found by the mark.
    String mark = mark(data);
    ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(java.util.List::of)
                    .orElse(java.util.List.of())
                    .contains(mark))
        .forEach(services::add);
    end(services);
    return services.size() + (PostgresServer.endLeftover(data.postgres()) ? 1 : 0);
  }

  /** Asks all to stop at once, and makes those stop that do not: their broker died before them. */
  private static void end(Set<ProcessHandle> processes) throws InterruptedException {
    processes.forEach(ProcessHandle::destroy);
    CompletableFuture<Void> all =
        CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    try {
      all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      processes.forEach(ProcessHandle::destroyForcibly);
      all.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
