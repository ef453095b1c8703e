package dev.paperboy.backing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory for one JVM's throwaway servers, named by its pid, so that a later run can tell which
 * are left of a killed one and remove them with the PostgreSQL that still runs there.
 */
final class Scratch {
  private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)");

  private Scratch() {}

  static Path directory() throws IOException, InterruptedException {
    Path all =
        Directories.ownerOnly(
            Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("paperboy-tests-" + System.getProperty("user.name")));
    removeLeftovers(all);
    ProcessHandle self = ProcessHandle.current();
    return Directories.ownerOnly(all.resolve("%d-%d".formatted(self.pid(), started(self))));
  }

  private static void removeLeftovers(Path all) throws IOException, InterruptedException {
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(all)) {
      for (Path dir : directories) {
        Matcher name = NAME.matcher(dir.getFileName().toString());
        if (name.matches()
            && !alive(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))) {
          if (Files.isDirectory(dir.resolve("postgres"))) {
            new PostgresLeftover(dir.resolve("postgres")).end();
          }
          Directories.delete(dir);
        }
      }
    }
  }

  private static boolean alive(long pid, long started) {
    return ProcessHandle.of(pid).filter(process -> started(process) == started).isPresent();
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }
}
