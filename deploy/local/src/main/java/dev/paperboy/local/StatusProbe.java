package dev.paperboy.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks every part of a run how it is. */
final class StatusProbe {
  private static final int TIMEOUT_SECONDS = 3;
  private final RunState state;
  private final Secrets secrets;

  StatusProbe(RunState state, Secrets secrets) {
    this.state = state;
    this.secrets = secrets;
  }

  Status ask() throws InterruptedException {
    RunState.Ports ports = state.ports();
    List<Status.Part> parts = new ArrayList<>();
    Map<String, Long> counters = new HashMap<>();
    KafkaFigures figures = new KafkaFigures(0, Duration.ZERO);
    parts.add(part("postgres", postgres(), "127.0.0.1:" + ports.postgres()));
    Optional<String> kafkaTrouble = Optional.empty();
    try {
      figures = KafkaFigures.ask("127.0.0.1:" + ports.kafka(), Instant.now());
    } catch (ExecutionException | org.apache.kafka.common.KafkaException e) {
      kafkaTrouble = Optional.of("does not answer");
    }
    parts.add(part("kafka", kafkaTrouble, "127.0.0.1:" + ports.kafka() + " (in the launcher)"));
    parts.add(
        part("inbox", smtp(ports.smtp()), "http://localhost:%d/inbox".formatted(ports.gateway())));
    parts.add(part("gateway", gateway(), "http://localhost:%d/".formatted(ports.gateway())));
    for (Instance instance : Instance.all(state.options().replicas())) {
      Management management = new Management(ports.management().get(instance.label()));
      parts.add(
          part(
              instance.label(),
              management.trouble().map(Management.Trouble::toString),
              place(instance, management)));
      counters.putAll(management.counters());
    }
    parts.add(part("launcher", launcher(), "started " + startedAt()));
    counters.put("dead_letters", figures.deadLetters());
    return new Status(counters, parts, figures.oldestUnprocessed().toSeconds());
  }

  private String place(Instance instance, Management management) throws InterruptedException {
    int port = state.ports().management().get(instance.label());
    if (instance.service() == Service.CLASSIFY) {
      return "management 127.0.0.1:%d".formatted(port)
          + ClassifyCommand.progress(management)
              .map(words -> ", classify again: " + words)
              .orElse("");
    }
    return instance.service() == Service.INGEST
        ? "sources: http://127.0.0.1:%d/status".formatted(port)
            + IngestStatus.ask(management)
                .flatMap(IngestStatus::arxiv)
                .flatMap(IngestStatus.Feed::backfill)
                .map(words -> ", further back: " + words)
                .orElse("")
        : "management 127.0.0.1:" + port;
  }

  private Status.Part part(String name, Optional<String> trouble, String place) {
    long memory =
        Optional.ofNullable(state.processes().get(name))
            .flatMap(RunningProcess::find)
            .map(
                process ->
                    name.equals(RunState.LAUNCHER)
                        ? ResidentMemory.own(process)
                        : ResidentMemory.withChildren(process))
            .orElse(0L);
    return new Status.Part(name, trouble.isEmpty(), trouble.orElse(place), memory);
  }

  private Optional<String> postgres() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {state.ports().postgres()});
    source.setDatabaseName("paperboy");
    source.setUser("ingest");
    source.setPassword(secrets.role("ingest"));
    source.setConnectTimeout(TIMEOUT_SECONDS);
    source.setSocketTimeout(TIMEOUT_SECONDS);
    try (Connection connection = source.getConnection()) {
      return connection.isValid(TIMEOUT_SECONDS)
          ? Optional.empty()
          : Optional.of("does not answer");
    } catch (SQLException e) {
      return Optional.of("does not answer");
    }
  }

  private static Optional<String> smtp(int port) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_SECONDS * 1000);
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_SECONDS * 1000);
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String greeting = lines.readLine();
      return greeting != null && greeting.startsWith("220")
          ? Optional.empty()
          : Optional.of("greets with " + greeting);
    } catch (IOException e) {
      return Optional.of("does not answer");
    }
  }

  private Optional<String> gateway() throws InterruptedException {
    try {
      int code = new Management(state.ports().gateway()).get("/inbox/inbox.css").status();
      return code == 200 ? Optional.empty() : Optional.of("answers " + code);
    } catch (IOException e) {
      return Optional.of("does not answer");
    }
  }

  private Optional<String> launcher() {
    return state.launcherRuns()
        ? Optional.empty()
        : Optional.of("was killed; ./paperboy up puts it right");
  }

  private String startedAt() {
    return Optional.ofNullable(state.processes().get(RunState.LAUNCHER))
        .map(launcher -> Instant.ofEpochMilli(launcher.startedAt()).toString())
        .orElse("");
  }
}
