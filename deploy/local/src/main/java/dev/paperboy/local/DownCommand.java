package dev.paperboy.local;

import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: stops what runs on a data directory. */
final class DownCommand {
  private static final int PATIENCE_SECONDS = 60;

  private DownCommand() {}

  static int run(DataDirectory data, Console console) throws Exception {
    Optional<RunState> state = RunState.read(data.runState());
    Optional<ProcessHandle> launcher =
        state.map(known -> known.processes().get(RunState.LAUNCHER)).flatMap(RunningProcess::find);
    if (launcher.isPresent()) {
      launcher.get().destroy();
      try {
        launcher.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        console.line("The launcher does not stop; killing it.");
        launcher.get().destroyForcibly();
        launcher.get().onExit().join();
      }
    }
    int ended = Leftovers.end(data, state);
    Files.deleteIfExists(data.runState());
    console.line(
        launcher.isPresent()
            ? "Stopped. The data stays in " + data.root() + "."
            : ended > 0
                ? "Ended %d processes that a killed launcher left behind.".formatted(ended)
                : "Nothing runs in " + data.root() + ".");
    return 0;
  }
}
