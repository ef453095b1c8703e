package dev.paperboy.local;

import dev.paperboy.backing.OwnSession;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code up --detach}: a second launcher in a session of its own, watched until it is healthy. */
final class Detached {
  private static final long POLL_MILLIS = 100;
  private static final long LAST_LINES_MILLIS = 500;
  private final DataDirectory data;
  private final List<String> words;
  private final Console console;

  /**
   * @param words the command line to run there, without {@code --detach}
   */
  Detached(DataDirectory data, List<String> words, Console console) {
    this.data = data;
    this.words = words;
    this.console = console;
  }

  /** Returns the exit code: 0 once it is healthy. */
  int start() throws IOException, InterruptedException {
    data.create();
    Path output = Logs.fresh(data.log("console"));
    ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    Process launcher = builder.start();
    try (InputStream printed = Files.newInputStream(output)) {
      while (launcher.isAlive() && !ready(launcher)) {
        repeat(printed);
        launcher.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      }
      boolean runs = launcher.isAlive();
      if (runs) {
        // Its last lines are the addresses and what to try first.
        launcher.waitFor(LAST_LINES_MILLIS, TimeUnit.MILLISECONDS);
      }
      repeat(printed);
      return runs ? 0 : launcher.exitValue();
    }
  }

  private boolean ready(Process launcher) throws IOException {
    Optional<RunState> state = RunState.read(data.runState());
    return state
        .filter(RunState::isReady)
        .map(ready -> ready.processes().get(RunState.LAUNCHER))
        .filter(process -> process.pid() == launcher.pid())
        .isPresent();
  }

  private void repeat(InputStream printed) throws IOException {
    String text = new String(printed.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    text.lines().forEach(console::line);
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>(OwnSession.prefix(false));
    String lock = System.getenv("PAPERBOY_IN_USE");
    if (lock != null) {
      // Holds the shared lock that tells a build not to replace the programs that run.
      command.addAll(List.of("flock", "--shared", "--no-fork", lock));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(words);
    return command;
  }
}
