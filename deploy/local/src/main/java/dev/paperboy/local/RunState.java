package dev.paperboy.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What runs on a data directory, in {@code run.json}: written by the launcher, read by every other
 * command and by the launcher that finds it after a crash.
 *
 * @param phase {@code starting} or {@code ready}
 * @param processes the launcher and its children by name
 * @param options as {@code up} got them
 * @param clock the services' {@code paperboy.clock}
 */
record RunState(
    String phase,
    Map<String, RunningProcess> processes,
    Options options,
    String clock,
    Ports ports) {
  static final String LAUNCHER = "launcher";
  static final String READY = "ready";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** {@link RunOptions} in plain JSON types; null where not given. */
  record Options(String papers, String day, String clock, int port, int replicas) {
    Options {
      // A run that an earlier version started wrote nothing of it.
      replicas = Math.max(1, replicas);
    }

    static Options of(RunOptions options) {
      return new Options(
          options.papers().orElse(null),
          options.day().map(LocalDate::toString).orElse(null),
          options.clock().map(Instant::toString).orElse(null),
          options.portOrDefault(),
          options.replicasOrDefault());
    }

    RunOptions toRunOptions() {
      return new RunOptions(
          Optional.ofNullable(papers),
          Optional.ofNullable(day).map(LocalDate::parse),
          Optional.ofNullable(clock).map(Instant::parse),
          Optional.of(port),
          Optional.of(replicas));
    }
  }

  /** Loopback ports; {@code http} and {@code management} by {@link Instance#label}. */
  record Ports(
      int gateway,
      int postgres,
      int kafka,
      int smtp,
      Map<String, Integer> http,
      Map<String, Integer> management) {
    /** Where the copies of a service answer readers. */
    List<Integer> http(Service service, int replicas) {
      return Instance.of(service, replicas).stream()
          .map(instance -> http.get(instance.label()))
          .toList();
    }
  }

  RunState with(String name, RunningProcess process) {
    Map<String, RunningProcess> all = new TreeMap<>(processes);
    all.put(name, process);
    return new RunState(phase, all, options, clock, ports);
  }

  RunState ready() {
    return new RunState(READY, processes, options, clock, ports);
  }

  boolean isReady() {
    return phase.equals(READY);
  }

  boolean launcherRuns() {
    RunningProcess launcher = processes.get(LAUNCHER);
    return launcher != null && launcher.find().isPresent();
  }

  boolean anythingRuns() {
    return processes.values().stream().anyMatch(process -> process.find().isPresent());
  }

  /** Reads the file; empty where there is none or a machine crash left it unreadable. */
  static Optional<RunState> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), RunState.class));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Replaces the file in one step: a reader sees the old state or the new one. */
  void write(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, JSON.writeValueAsString(this));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
