package dev.paperboy.local;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code up} that change what runs; empty where not given.
 *
 * @param papers snapshot file, absolute
 * @param day the past day to live through
 * @param clock the business time to start at
 * @param port where the gateway listens
 * @param replicas copies of each service
 */
record RunOptions(
    Optional<String> papers,
    Optional<LocalDate> day,
    Optional<Instant> clock,
    Optional<Integer> port,
    Optional<Integer> replicas) {
  private static final LocalTime LATE = LocalTime.of(23, 0);

  /** The setting {@code paperboy.clock} for a run that starts at {@code now}, the real time. */
  String clockSetting(Instant now) {
    return clock
        .or(() -> day.map(date -> date.atTime(LATE).toInstant(ZoneOffset.UTC)))
        .map(business -> business + "@" + now)
        .orElse("system");
  }

  int portOrDefault() {
    return port.orElse(Command.DEFAULT_PORT);
  }

  int replicasOrDefault() {
    return replicas.orElse(1);
  }

  /** What these options demand and a run with {@code other} does not do; empty where it fits. */
  List<String> differencesFrom(RunOptions other) {
    List<String> differences = new ArrayList<>();
    compare("--papers", papers, other.papers, differences);
    compare("--day", day, other.day, differences);
    compare("--clock", clock, other.clock, differences);
    compare("--port", port, Optional.of(other.portOrDefault()), differences);
    compare("--replicas", replicas, Optional.of(other.replicasOrDefault()), differences);
    return differences;
  }

  private static void compare(
      String name, Optional<?> wanted, Optional<?> running, List<String> differences) {
    if (wanted.isPresent() && !wanted.equals(running)) {
      differences.add(
          "%s %s".formatted(running.isEmpty() ? "no" : "", name).strip()
              + running.map(value -> " " + value).orElse(""));
    }
  }
}
