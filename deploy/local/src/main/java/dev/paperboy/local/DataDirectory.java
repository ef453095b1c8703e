package dev.paperboy.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where a local run keeps all it has; only its owner may look inside. */
record DataDirectory(Path root) {
  Path postgres() {
    return root.resolve("postgres");
  }

  Path kafka() {
    return root.resolve("kafka");
  }

  Path inbox() {
    return root.resolve("inbox");
  }

  /** What a service may write. */
  Path state(String service) {
    return root.resolve(service);
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path runState() {
    return root.resolve("run.json");
  }

  Path log(String process) {
    return root.resolve("logs").resolve(process + ".log");
  }

  /** Creates the directory, mode 0700. */
  void create() throws IOException {
    Files.createDirectories(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(root.resolve("logs"));
  }

  /**
   * Claims the directory for this process. The system drops the claim when the process ends,
   * however it ends, so no stale lock can exist.
   *
   * @return empty where another launcher has it
   */
  Optional<FileLock> lock() throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(lock);
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process, which is as good as by another.
    }
    channel.close();
    return Optional.empty();
  }
}
