package dev.paperboy.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.ingest.source.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Answers of real servers, recorded; they stand beside the checkout on some machines. */
public final class Recorded {
  private static final Path ROOT = Path.of("../../shared/data/protocol");

  private Recorded() {}

  /** What a parser made of an answer, in words. */
  @FunctionalInterface
  public interface Reading {
    String of(InputStream body) throws IOException;
  }

  /**
   * Reads every file of a folder and prints what became of each; skips the test, saying so, where
   * the folder is absent.
   *
   * @return outcome by file name
   */
  public static Map<String, String> readAll(String folder, Reading reading) throws IOException {
    Path root = ROOT.resolve(folder);
    assumeTrue(
        Files.isDirectory(root), "SKIPPED: recorded answers are not beside this checkout: " + root);
    Map<String, String> outcomes = new LinkedHashMap<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(Recorded::isAnswer).sorted().toList();
    }
    for (Path file : files) {
      String outcome;
      try (InputStream in = decompressed(file)) {
        outcome = reading.of(in);
      } catch (IOException e) {
        outcome = "refused: " + e.getMessage();
      }
      String name = root.relativize(file).toString();
      outcomes.put(name, outcome);
      System.out.printf("| %-14s | %-52s | %s%n", folder, name, outcome);
    }
    return outcomes;
  }

  /** {@code 3 papers}, and what was refused. */
  public static String outcome(Collection<?> accepted, List<Refusal> refusals) {
    String papers = accepted.size() + (accepted.size() == 1 ? " paper" : " papers");
    return refusals.isEmpty()
        ? papers
        : papers
            + ", %d refused: %s: %s"
                .formatted(
                    refusals.size(), refusals.getFirst().place(), refusals.getFirst().reason());
  }

  private static boolean isAnswer(Path file) {
    return Files.isRegularFile(file)
        && file.getFileName().toString().matches(".*\\.(json|xml)(\\.gz)?");
  }

  private static InputStream decompressed(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
