package dev.paperboy.local;

import dev.paperboy.backing.FreePort;
import dev.paperboy.backing.KafkaBroker;
import dev.paperboy.backing.MailInbox;
import dev.paperboy.backing.MailServer;
import dev.paperboy.backing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;

/** Everything that {@code up} runs: starts it, keeps it running, stops it. */
final class Stack implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Stack.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int START_ENDS_SECONDS = 20;
  private static final int HOPELESS = 3;
  private static final long POLL_MILLIS = 100;

  private final Path checkout;
  private final DataDirectory data;
  private final Console console;
  private final Secrets secrets;
  private final Map<Instance, Supervised> services = Collections.synchronizedMap(new HashMap<>());
  private final CountDownLatch startDone = new CountDownLatch(1);
  private RunState state;
  private Gateway gateway;
  private MailServer mail;
  private KafkaBroker kafka;
  private Supervised postgres;
  private boolean closing;

  private Stack(
      Path checkout, DataDirectory data, Console console, Secrets secrets, RunState state) {
    this.checkout = checkout;
    this.data = data;
    this.console = console;
    this.secrets = secrets;
    this.state = state;
  }

  /**
   * A stack that is not started yet, on free ports.
   *
   * @param clock the setting {@code paperboy.clock} of all services
   */
  static Stack prepare(
      Path checkout, DataDirectory data, RunOptions options, String clock, Console console)
      throws IOException {
    List<Instance> instances = Instance.all(options.replicasOrDefault());
    List<Integer> free = FreePort.some(3 + 2 * instances.size());
    Map<String, Integer> http = new HashMap<>();
    Map<String, Integer> management = new HashMap<>();
    int next = 3;
    for (Instance instance : instances) {
      http.put(instance.label(), free.get(next++));
      management.put(instance.label(), free.get(next++));
    }
    RunState.Ports ports =
        new RunState.Ports(
            options.portOrDefault(), free.get(0), free.get(1), free.get(2), http, management);
    RunState state =
        new RunState(
            "starting",
            Map.of(RunState.LAUNCHER, RunningProcess.of(ProcessHandle.current())),
            RunState.Options.of(options),
            clock,
            ports);
    return new Stack(checkout, data, console, Secrets.in(data.secrets()), state);
  }

  /**
   * Starts everything; returns when all of it is healthy.
   *
   * @throws IOException where a part cannot run, naming part and reason
   */
  void start() throws Exception {
    try {
      startAll();
    } finally {
      startDone.countDown();
    }
  }

  private void startAll() throws Exception {
    RunState.Ports ports = state.ports();
    write(state);
    MailInbox inbox = MailInbox.in(data.inbox());
    // First, because a taken port is the likeliest reason to fail and the cheapest to find.
    int replicas = state.options().replicas();
    Map<Routes.Target, List<Integer>> targets =
        Map.of(
            Routes.Target.CLASSIFY, ports.http(Service.CLASSIFY, replicas),
            Routes.Target.NOTIFY, ports.http(Service.NOTIFY, replicas));
    keep(() -> gateway = Gateway.start(ports.gateway(), targets, inbox));
    Logs.fresh(data.log("postgres"));
    for (Instance instance : Instance.all(replicas)) {
      Logs.fresh(data.log(instance.label()));
    }
    try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> servers =
          List.of(
              starters.submit(timed("PostgreSQL 18", this::startPostgres)),
              starters.submit(timed("Kafka 4.1", this::startKafka)),
              starters.submit(
                  timed(
                      "mail inbox",
                      () -> keep(() -> mail = MailServer.start(inbox, ports.smtp())))));
      awaitAll(servers);
      List<Future<?>> parts = new ArrayList<>();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
        for (Instance instance : Instance.all(replicas)) {
          parts.add(starters.submit(timed(instance.label(), () -> startService(instance, admin))));
        }
        awaitAll(parts);
      }
    }
    synchronized (this) {
      write(state.ready());
    }
  }

  synchronized RunState state() {
    return state;
  }

  /** Stops everything, what depends before what it depends on; a start under way ends first. */
  @Override
  public void close() throws InterruptedException {
    synchronized (this) {
      closing = true;
    }
    if (!startDone.await(START_ENDS_SECONDS, TimeUnit.SECONDS)) {
      LOG.warning("the start does not end; stopping what is there");
    }
    stop("gateway", gateway);
    try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
      services.forEach(
          (instance, process) -> stoppers.submit(() -> stop(instance.label(), process)));
    }
    stop("mail inbox", mail);
    stop("Kafka", kafka);
    stop("PostgreSQL", postgres);
  }

  private void startPostgres() throws Exception {
    Supervised supervised =
        new Supervised(
            "PostgreSQL",
            this::launchPostgres,
            process -> remember("postgres", process),
            text -> console.line("  ! " + text));
    keep(
        () -> {
          postgres = supervised;
          supervised.start();
        });
  }

  private Child launchPostgres() throws Exception {
    PostgresServer server =
        PostgresServer.durable(
            data.postgres(), state.ports().postgres(), secrets.admin(), data.log("postgres"));
    server.provision(secrets.roles());
    return new Child() {
      @Override
      public Process process() {
        return server.process();
      }

      @Override
      public void stop() throws IOException {
        server.close();
      }
    };
  }

  private void startKafka() throws Exception {
    keep(() -> kafka = KafkaBroker.start(data.kafka(), state.ports().kafka()));
  }

  private void startService(Instance instance, Admin admin) throws Exception {
    awaitTopics(instance.service(), admin);
    ServiceLaunch launch =
        new ServiceLaunch(
            instance,
            checkout,
            data,
            state.ports(),
            state.options(),
            state.clock(),
            secrets,
            System.getenv());
    Supervised supervised =
        new Supervised(
            instance.label(),
            launch::start,
            process -> remember(instance.label(), process),
            text -> console.line("  ! " + text));
    keep(
        () -> {
          services.put(instance, supervised);
          supervised.start();
        });
    awaitHealthy(instance, supervised);
  }

  /** Consumers must not start before their topics: nobody but the producer may create them. */
  private void awaitTopics(Service service, Admin admin) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Set<String> existing = admin.listTopics().names().get();
    while (!existing.containsAll(service.consumes())) {
      pause(deadline, service.label() + " waits in vain for the topics " + service.consumes());
      existing = admin.listTopics().names().get();
    }
  }

  private void awaitHealthy(Instance instance, Supervised process) throws Exception {
    Management management = new Management(state.ports().management().get(instance.label()));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Optional<Management.Trouble> trouble = management.trouble();
        trouble.isPresent();
        trouble = management.trouble()) {
      if (trouble.get().mend().isPresent()) {
        // It runs and needs a person; the rest need not wait for that.
        console.line("  ! %s: %s".formatted(instance.label(), trouble.get()));
        return;
      }
      if (process.deaths() >= HOPELESS) {
        throw new IOException(
            "%s does not start; the end of %s:%n%s"
                .formatted(
                    instance.label(),
                    data.log(instance.label()),
                    tail(data.log(instance.label()))));
      }
      pause(
          deadline,
          "%s is not healthy after %d s: %s; see %s"
              .formatted(
                  instance.label(),
                  PATIENCE.toSeconds(),
                  trouble.get(),
                  data.log(instance.label())));
    }
  }

  private void pause(long deadline, String complaint) throws Exception {
    synchronized (this) {
      if (closing) {
        throw new CancellationException("stopping");
      }
    }
    if (System.nanoTime() > deadline) {
      throw new IOException(complaint);
    }
    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  private Callable<Void> timed(String what, Step step) {
    return () -> {
      long begin = System.nanoTime();
      step.run();
      console.step(what, Duration.ofNanos(System.nanoTime() - begin));
      return null;
    };
  }

  /** Runs one start step unless we are stopping. */
  private void keep(Step step) throws Exception {
    synchronized (this) {
      if (closing) {
        throw new CancellationException("stopping");
      }
    }
    step.run();
  }

  private synchronized void remember(String name, Process process) {
    try {
      write(state.with(name, RunningProcess.of(process.toHandle())));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "run.json could not be written", e);
    }
  }

  private synchronized void write(RunState fresh) throws IOException {
    state = fresh;
    fresh.write(data.runState());
  }

  private static void awaitAll(List<Future<?>> parts) throws Exception {
    Exception first = null;
    for (Future<?> part : parts) {
      try {
        if (first == null) {
          part.get();
        } else {
          part.cancel(true);
        }
      } catch (ExecutionException e) {
        first = e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static void stop(String what, AutoCloseable part) {
    if (part == null) {
      return;
    }
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, what + " did not stop cleanly", e);
    }
  }

  private interface Step {
    void run() throws Exception;
  }
}
