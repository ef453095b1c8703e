package dev.paperboy.bench.stack;

import dev.paperboy.backing.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory for one bench, for its owner only; gone when closed. */
public final class ScratchDirectory implements AutoCloseable {
  private final Path root;

  private ScratchDirectory(Path root) {
    this.root = root;
  }

  /** A new one, in the system's directory for such. */
  public static ScratchDirectory create() throws IOException {
    return new ScratchDirectory(Files.createTempDirectory("paperboy-bench-"));
  }

  public Path file(String name) {
    return root.resolve(name);
  }

  @Override
  public void close() throws IOException {
    Directories.delete(root);
  }
}
