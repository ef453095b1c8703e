package dev.paperboy.bench.harvest;

import dev.paperboy.local.ResidentMemory;
import java.util.ArrayList;
import java.util.List;

/** How much memory a process held, over a run. */
final class MemoryWatch {
  private static final int PARTS = 4;

  private final List<Long> samples = new ArrayList<>();

  /** Looks at it now. */
  void look(ProcessHandle process) {
    samples.add(ResidentMemory.own(process));
  }

  /** Mebibytes at most. */
  double most() {
    return most(samples);
  }

  /** Mebibytes at most, in the run's quarter of that number, from 0. */
  double quarter(int number) {
    int from = samples.size() * number / PARTS;
    int to = samples.size() * (number + 1) / PARTS;
    return most(samples.subList(from, Math.max(to, from + 1)));
  }

  private static double most(List<Long> samples) {
    return samples.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /** The last quarter's most over the second quarter's: 1 is flat. */
  double growth() {
    return quarter(PARTS - 1) / quarter(1);
  }
}
