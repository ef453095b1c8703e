package dev.paperboy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were measured on: absolute numbers mean nothing without it. */
public final class Machine {
  private static final long KIB_PER_GIB = 1024L * 1024;

  private Machine() {}

  /** Cores, processor, memory and JDK, such as {@code 2 cores, AMD EPYC, 24 GiB, JDK 25.0.1}. */
  static String describe() {
    return "%d cores, %s, %s GiB, JDK %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
            memory(),
            Runtime.version().toString().replaceAll("\\+.*", ""));
  }

  /** Memory that this process holds now; 0 where the system does not tell. */
  public static double residentMegabytes() {
    String kib = value("/proc/self/status", "VmRSS", "").replaceAll("\\D", "");
    return kib.isEmpty() ? 0 : Double.parseDouble(kib) * 1024 / 1e6;
  }

  private static String memory() {
    String kib = value("/proc/meminfo", "MemTotal", "").replaceAll("\\D", "");
    return kib.isEmpty() ? "?" : "" + Math.round(Double.parseDouble(kib) / KIB_PER_GIB);
  }

  private static String value(String file, String field, String otherwise) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(field) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException | java.io.UncheckedIOException e) {
      return otherwise;
    }
  }
}
