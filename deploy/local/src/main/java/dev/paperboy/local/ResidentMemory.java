package dev.paperboy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and its children hold. */
public final class ResidentMemory {
  private static final int KIB_PER_MIB = 1024;

  private ResidentMemory() {}

  /**
   * Mebibytes, pages shared between processes counted by their share; 0 where the system does not
   * say.
   */
  public static long own(ProcessHandle process) {
    return kibibytes(process) / KIB_PER_MIB;
  }

  /** The same for a process and all its children. */
  static long withChildren(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(ResidentMemory::kibibytes)
            .sum()
        / KIB_PER_MIB;
  }

  private static long kibibytes(ProcessHandle process) {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    long share = value(proc.resolve("smaps_rollup"), "Pss:");
    return share > 0 ? share : value(proc.resolve("status"), "VmRSS:");
  }

  private static long value(Path file, String field) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(field))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .orElse(0L);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
