package dev.paperboy.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code up}: runs the stack until somebody stops it. */
final class UpCommand {
  private static final Logger LOG = Logger.getLogger(UpCommand.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration PLAIN_PROGRESS = Duration.ofSeconds(5);

  private final Path checkout;
  private final DataDirectory data;
  private final RunOptions options;
  private final Console console;
  private volatile boolean stopping;

  UpCommand(Path checkout, Command.Up up, Console console) {
    this.checkout = checkout;
    this.data = new DataDirectory(up.data());
    this.options = up.asked();
    this.console = console;
  }

  /** Runs in this process; returns the exit code. */
  int run() throws Exception {
    data.create();
    Optional<FileLock> lock = data.lock();
    if (lock.isEmpty()) {
      return joinRunning();
    }
    long begin = System.nanoTime();
    Logs.toFile(data.log("launcher"));
    console.line("Paperboy in " + data.root());
    int ended = Leftovers.end(data, RunState.read(data.runState()));
    if (ended > 0) {
      console.line("  ended %d processes that an earlier run left behind".formatted(ended));
    }
    String clock = options.clockSetting(Instant.now());
    Stack stack = Stack.prepare(checkout, data, options, clock, console);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAtExit(stack), "stop"));
    try {
      stack.start();
    } catch (CancellationException | InterruptedException e) {
      // Stopped while starting; the shutdown hook cleans up and ends the process.
      LOG.log(Level.FINE, "stopped while starting", e);
      return 1;
    } catch (Exception e) {
      LOG.log(Level.SEVERE, "the start failed", e);
      console.line("Paperboy could not start: " + e.getMessage());
      return 1;
    }
    console.line(
        "Healthy after %.1f s."
            .formatted(Console.seconds(Duration.ofNanos(System.nanoTime() - begin))));
    tellAddresses(stack.state());
    Map<String, String> environment = System.getenv();
    if (nobodySubscribes(stack.state())) {
      tellFirstSteps(stack.state(), ServiceLaunch.mailStaysHere(environment));
    }
    if (options.papers().isPresent()) {
      showFlow(stack.state().ports());
    } else if (ServiceLaunch.readsArxiv(stack.state().options(), environment)) {
      new FirstRun(console, site(stack.state())).follow(stack.state().ports(), () -> stopping);
    }
    // From here on the supervisors work; the shutdown hook ends this process.
    new CountDownLatch(1).await();
    return 0;
  }

  /** Another launcher has this data directory: the same wish is fulfilled, another is refused. */
  int joinRunning() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean told = false;
    while (System.nanoTime() < deadline) {
      Optional<RunState> state = RunState.read(data.runState()).filter(RunState::launcherRuns);
      if (state.isPresent()) {
        List<String> differences = options.differencesFrom(state.get().options().toRunOptions());
        if (!differences.isEmpty()) {
          console.line(
              "Paperboy already runs in %s, but with %s; stop it first: ./paperboy down --data %s"
                  .formatted(data.root(), String.join(", ", differences), data.root()));
          return 1;
        }
        if (state.get().isReady()) {
          console.line("Paperboy already runs in %s.".formatted(data.root()));
          tellAddresses(state.get());
          return 0;
        }
      }
      if (!told) {
        console.line("Paperboy is being started in %s by another command …".formatted(data.root()));
        told = true;
      }
      TimeUnit.MILLISECONDS.sleep(200);
      Optional<FileLock> free = data.lock();
      if (free.isPresent()) {
        free.get().acquiredBy().close();
        console.line("The other command gave up; its log: " + data.log("launcher"));
        return 1;
      }
    }
    console.line("The other command is not done yet; see " + data.log("launcher"));
    return 1;
  }

  private void tellAddresses(RunState state) {
    String site = site(state);
    console.line("");
    console.line("  site       " + site + "/");
    console.line("  subscribe  " + site + "/subscribe");
    console.line("  inbox      " + site + "/inbox");
    console.line("  status     ./paperboy status --data " + data.root());
    console.line("  stop       Ctrl-C, or ./paperboy down --data " + data.root());
    if (!state.clock().equals("system")) {
      console.line("  clock      started at " + state.clock().split("@", 2)[0]);
    }
    console.line("");
  }

  private static boolean nobodySubscribes(RunState state) throws InterruptedException {
    Management notify = new Management(state.ports().management().get(Service.NOTIFY.label()));
    return notify.counters().getOrDefault("subscribers", -1L) == 0;
  }

  private void tellFirstSteps(RunState state, boolean mailStaysHere) {
    String site = site(state);
    console.line("Try this");
    console.line(
        mailStaysHere
            ? "  1. Subscribe; any address will do, no mail leaves this machine: "
                + site
                + "/subscribe"
            : "  1. Subscribe with an address of yours: " + site + "/subscribe");
    console.line(
        mailStaysHere
            ? "  2. Open the confirmation in the inbox and press its button: " + site + "/inbox"
            : "  2. Press the button in the confirmation that comes by mail.");
    console.line(
        "  3. Have today's digest now, not at its hour: ./paperboy digest --data " + data.root());
    console.line("");
  }

  private static String site(RunState state) {
    return "http://localhost:" + state.ports().gateway();
  }

  private void showFlow(RunState.Ports ports) throws InterruptedException {
    long begin = System.nanoTime();
    Duration pause = console.isTerminal() ? Duration.ofSeconds(1) : PLAIN_PROGRESS;
    Flow shown = new Flow(-1, 0, 0);
    int quiet = 0;
    // Done when nothing more is announced for a while and all of it has come through.
    while (quiet < 3) {
      Flow flow = Flow.ask(ports);
      if (stopping) {
        return;
      }
      boolean moved = !flow.equals(shown);
      if (moved) {
        console.progress(flow.toString());
        shown = flow;
      }
      quiet = !moved && flow.arrived() ? quiet + 1 : 0;
      TimeUnit.MILLISECONDS.sleep(flow.arrived() ? 1_000 : pause.toMillis());
    }
    console.line(
        "  %s (%.0f s)"
            .formatted(shown, Console.seconds(Duration.ofNanos(System.nanoTime() - begin))));
    console.line(
        "Every paper is tagged and on the shelf: http://localhost:%d/".formatted(ports.gateway()));
  }

  private void stopAtExit(Stack stack) {
    stopping = true;
    console.line("Stopping …");
    try {
      stack.close();
      Files.deleteIfExists(data.runState());
    } catch (IOException | InterruptedException e) {
      LOG.log(Level.WARNING, "not stopped cleanly", e);
    }
    console.line("Stopped.");
    if (stack.state().isReady()) {
      // Being stopped is how a good run ends: not an error, as the exit code of a signal would say.
      Runtime.getRuntime().halt(0);
    }
  }
}
