package dev.paperboy.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The launcher's entry. Exit codes: 0 done, 1 it failed, 2 the command line is wrong. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    // Addresses and log lines hold more than ASCII, whatever the locale of the caller.
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    List<String> words = List.of(arguments);
    Command command;
    try {
      command = Command.parse(words, Path.of(setting("paperboy.cwd", "")));
    } catch (UsageException e) {
      System.out.println("paperboy: " + e.getMessage());
      System.out.println();
      System.out.print(usage());
      System.exit(2);
      return;
    }
    System.exit(run(command, words, Console.standard()));
  }

  private static int run(Command command, List<String> words, Console console) throws Exception {
    return switch (command) {
      case Command.Up up when up.detach() -> {
        List<String> rest = new ArrayList<>(words);
        rest.remove("--detach");
        yield new Detached(new DataDirectory(up.data()), rest, console).start();
      }
      case Command.Up up ->
          new UpCommand(Path.of(setting("paperboy.checkout", "")).toAbsolutePath(), up, console)
              .run();
      case Command.Down down -> DownCommand.run(new DataDirectory(down.data()), console);
      case Command.Status status -> status(status, console);
      case Command.Digest digest -> DigestCommand.run(digest, console);
      case Command.Harvest harvest ->
          new IngestCommand(new DataDirectory(harvest.data()), console).harvest();
      case Command.Replay replay ->
          new IngestCommand(new DataDirectory(replay.data()), console).replay(replay.part());
      case Command.Gaps gaps -> new IngestCommand(new DataDirectory(gaps.data()), console).gaps();
      case Command.DeadLetters list ->
          new IngestCommand(new DataDirectory(list.data()), console).deadLetters();
      case Command.ReplayDeadLetters again ->
          new IngestCommand(new DataDirectory(again.data()), console)
              .replayDeadLetters(again.only());
      case Command.ClassifyAgain again -> ClassifyCommand.run(again, console);
      case Command.MailTest test -> MailTestCommand.run(test, console);
      case Command.Help help -> {
        console.line(usage().stripTrailing());
        yield 0;
      }
    };
  }

  private static int status(Command.Status asked, Console console) throws Exception {
    Logs.silent();
    DataDirectory data = new DataDirectory(asked.data());
    Optional<RunState> state = RunState.read(data.runState()).filter(RunState::anythingRuns);
    Status status =
        state.isPresent()
            ? new StatusProbe(state.get(), Secrets.in(data.secrets())).ask()
            : Status.nothing();
    if (asked.json()) {
      console.line(status.json());
    } else if (state.isEmpty()) {
      console.line("Nothing runs in %s.".formatted(asked.data()));
    } else {
      console.line(status.table().stripTrailing());
    }
    return status.healthy() ? 0 : 1;
  }

  private static String setting(String name, String otherwise) {
    return System.getProperty(name, otherwise);
  }

  private static String usage() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("usage.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
