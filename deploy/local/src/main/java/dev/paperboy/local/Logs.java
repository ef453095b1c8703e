package dev.paperboy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Log files: one per process and run, with the three runs before. */
final class Logs {
  private static final int KEPT = 3;

  /** Java forgets the level of a logger that nobody holds. */
  private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

  private static final Logger KAFKA_SERVER = Logger.getLogger("kafka");
  private static final Logger KAFKA_STATE = Logger.getLogger("state.change.logger");

  private Logs() {}

  /** Renames the file of the last run, so that this run starts an empty one. */
  static Path fresh(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log) && Files.size(log) > 0) {
      for (int age = KEPT - 1; age >= 1; age--) {
        Path older = aged(log, age);
        if (Files.exists(older)) {
          Files.move(older, aged(log, age + 1), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.move(log, aged(log, 1), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  private static Path aged(Path log, int age) {
    return log.resolveSibling(log.getFileName() + "." + age);
  }

  /** Sends this JVM's own log to a file instead of the console; Kafka only where it warns. */
  static void toFile(Path log) throws IOException {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n");
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    // FileHandler reads % in a name as a pattern.
    FileHandler file = new FileHandler(fresh(log).toString().replace("%", "%%"), true);
    file.setFormatter(new SimpleFormatter());
    root.addHandler(file);
    KAFKA_CLIENTS.setLevel(Level.WARNING);
    KAFKA_SERVER.setLevel(Level.WARNING);
    KAFKA_STATE.setLevel(Level.WARNING);
  }

  /** No log at all, for commands that print a result. */
  static void silent() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
  }
}
