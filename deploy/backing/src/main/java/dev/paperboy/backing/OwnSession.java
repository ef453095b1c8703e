package dev.paperboy.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start a child so that signals to our terminal and process group do not reach it. */
public final class OwnSession {
  private OwnSession() {}

  /**
   * Words to put before a command; empty where the system lacks {@code setsid}. The command keeps
   * the process id, because both programs only change attributes and then exec.
   *
   * @param dropRoot for programs such as PostgreSQL that refuse to run as root: an own user
   *     namespace, where root is nobody but still owns its files
   */
  public static List<String> prefix(boolean dropRoot) throws IOException {
    List<String> words = new ArrayList<>();
    if (exists("setsid")) {
      words.add("setsid");
    }
    if (dropRoot) {
      if (!exists("unshare")) {
        throw new IOException(
            "PostgreSQL refuses to run as root and unshare is not installed;"
                + " run as an ordinary user, or install util-linux");
      }
      words.addAll(List.of("unshare", "-U"));
    }
    return words;
  }

  static boolean isRoot() throws IOException {
    return Files.exists(Path.of("/proc/self"))
        && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  private static boolean exists(String program) {
    String path = System.getenv("PATH");
    for (String dir : (path == null ? "/usr/bin:/bin" : path).split(":", -1)) {
      if (Files.isExecutable(Path.of(dir).resolve(program))) {
        return true;
      }
    }
    return false;
  }
}
