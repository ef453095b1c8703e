package dev.paperboy.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process by pid and start time: a pid alone may belong to somebody else by now.
 *
 * @param startedAt milliseconds since 1970
 */
record RunningProcess(long pid, long startedAt) {
  /** Linux counts start times from a boot time in whole seconds that clock changes can shift. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static RunningProcess of(ProcessHandle process) {
    return new RunningProcess(process.pid(), startedAt(process));
  }

  /** The process, if it still runs and is the same one. */
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> Math.abs(startedAt(process) - startedAt) <= TOLERANCE.toMillis());
  }

  private static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
