package dev.paperboy.bench.stack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

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
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
