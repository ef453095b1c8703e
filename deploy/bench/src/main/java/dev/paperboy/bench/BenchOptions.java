package dev.paperboy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What {@code bench} was asked for.
 *
 * @param name the bench
 * @param json whether the report is for programs
 * @param papers file of real papers, absolute; made-up ones where empty
 * @param count how many papers; at least 1
 */
public record BenchOptions(String name, boolean json, Optional<Path> papers, int count) {
  static final int PAPERS = 2_000;

  /**
   * Reads the words after {@code bench}.
   *
   * @param cwd what relative paths are relative to
   * @throws UsageException where a word is unknown or has no value that can be used
   */
  static BenchOptions parse(List<String> words, Path cwd) throws UsageException {
    String name = null;
    boolean json = false;
    Optional<Path> papers = Optional.empty();
    int count = PAPERS;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--json" -> json = true;
        case "--papers" -> papers = Optional.of(file(cwd, value(word, rest)));
        case "--count" -> count = count(value(word, rest));
        default -> {
          if (word.startsWith("-") || name != null) {
            throw new UsageException("bench knows no «" + word + "»");
          }
          name = word;
        }
      }
    }
    if (name == null) {
      throw new UsageException("bench wants a name");
    }
    return new BenchOptions(name, json, papers, count);
  }

  private static String value(String option, Iterator<String> rest) throws UsageException {
    if (!rest.hasNext()) {
      throw new UsageException(option + " wants a value");
    }
    return rest.next();
  }

  private static Path file(Path cwd, String text) throws UsageException {
    Path file = cwd.resolve(text).toAbsolutePath().normalize();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException("--papers: there is no readable file " + file);
    }
    return file;
  }

  private static int count(String text) throws UsageException {
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new UsageException("--count wants a number of papers, not «" + text + "»");
    }
    return Integer.parseInt(text);
  }
}
