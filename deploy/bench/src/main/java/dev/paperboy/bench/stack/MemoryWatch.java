package dev.paperboy.bench.stack;

import dev.paperboy.local.ResidentMemory;
import java.util.ArrayList;
import java.util.List;

/** How much memory a process held, over a run. */
public final class MemoryWatch {
  private static final int PARTS = 4;

  private final List<Long> samples = new ArrayList<>();

  /** Looks at it now. */
  public void look(ProcessHandle process) {
    samples.add(ResidentMemory.own(process));
  }

  /** Mebibytes at most. */
  public double most() {
    return most(samples);
  }

  /** Mebibytes at most, in the run's quarter of that number, from 0. */
  public double quarter(int number) {
    int from = samples.size() * number / PARTS;
    int to = samples.size() * (number + 1) / PARTS;
    return most(samples.subList(from, Math.max(to, from + 1)));
  }

  private static double most(List<Long> samples) {
    return samples.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /** The last quarter's most over the second quarter's: 1 is flat. */
  public double growth() {
    return quarter(PARTS - 1) / quarter(1);
  }
}
