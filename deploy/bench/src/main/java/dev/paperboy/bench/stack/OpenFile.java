package dev.paperboy.bench.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Watches for the moment at which another process opens a file. */
public final class OpenFile {
  private static final long POLL_MILLIS = 4;
  private static final long PATIENCE_SECONDS = 60;

  private OpenFile() {}

  /**
   * Waits until the process has the file open.
   *
   * @return that time, milliseconds of the epoch, late by a few milliseconds at most
   */
  public static long awaitedIn(ProcessHandle process, Path file)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Path wanted = file.toRealPath();
    Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
    while (System.nanoTime() < deadline) {
      if (has(open, wanted)) {
        return System.currentTimeMillis();
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new IOException("ingest does not open " + file);
  }

  private static boolean has(Path open, Path wanted) throws IOException {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(open)) {
      for (Path descriptor : descriptors) {
        try {
          if (Files.readSymbolicLink(descriptor).equals(wanted)) {
            return true;
          }
        } catch (NoSuchFileException e) {
          // Closed meanwhile.
          continue;
        }
      }
    }
    return false;
  }
}
