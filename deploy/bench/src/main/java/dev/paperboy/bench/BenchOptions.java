package dev.paperboy.bench;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code bench} was asked for.
 *
 * @param name the bench
 * @param json whether the report is for programs
 * @param papers file of real papers, absolute; made-up ones where empty
 * @param count how many papers, at least 1; empty where the bench chooses
 * @param data directory of real papers, absolute
 * @param trainUntil the last day whose papers heads are trained on
 * @param testFrom the first day whose papers they are tested on
 * @param only the part of a bench to run; all where empty
 * @param daysGiven whether the command line named one of these days
 * @param day the one day to look at; the bench chooses where empty
 */
public record BenchOptions(
    String name,
    boolean json,
    Optional<Path> papers,
    OptionalInt count,
    Optional<Path> data,
    LocalDate trainUntil,
    LocalDate testFrom,
    boolean daysGiven,
    Optional<LocalDate> day,
    Optional<String> only) {
  private static final LocalDate TRAIN_UNTIL = LocalDate.of(2026, 4, 30);
  private static final LocalDate TEST_FROM = LocalDate.of(2026, 6, 1);

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
    OptionalInt count = OptionalInt.empty();
    Optional<Path> data = Optional.empty();
    LocalDate trainUntil = TRAIN_UNTIL;
    LocalDate testFrom = TEST_FROM;
    boolean daysGiven = false;
    Optional<LocalDate> day = Optional.empty();
    Optional<String> only = Optional.empty();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--json" -> json = true;
        case "--papers" -> papers = Optional.of(file(cwd, value(word, rest)));
        case "--count" -> count = OptionalInt.of(count(value(word, rest)));
        case "--data" -> data = Optional.of(directory(cwd, value(word, rest)));
        case "--day" -> day = Optional.of(day(word, value(word, rest)));
        case "--only" -> only = Optional.of(value(word, rest));
        case "--personal" -> only = Optional.of("personal");
        case "--train-until" -> {
          trainUntil = day(word, value(word, rest));
          daysGiven = true;
        }
        case "--test-from" -> {
          testFrom = day(word, value(word, rest));
          daysGiven = true;
        }
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
    if (!trainUntil.isBefore(testFrom)) {
      throw new UsageException(
          "--train-until " + trainUntil + " must be before --test-from " + testFrom);
    }
    return new BenchOptions(
        name, json, papers, count, data, trainUntil, testFrom, daysGiven, day, only);
  }

  /**
   * The directory of real papers.
   *
   * @throws NoSuchFileException where none was named
   */
  public Path dataDirectory() throws NoSuchFileException {
    return data.orElseThrow(
        () -> new NoSuchFileException("it wants --data DIR, with arxiv/YYYY-MM.jsonl.gz in DIR"));
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

  private static Path directory(Path cwd, String text) throws UsageException {
    Path directory = cwd.resolve(text).toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      throw new UsageException("--data: there is no directory " + directory);
    }
    return directory;
  }

  private static LocalDate day(String option, String text) throws UsageException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(option + " wants a day YYYY-MM-DD, not «" + text + "»");
    }
  }

  private static int count(String text) throws UsageException {
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new UsageException("--count wants a number of papers, not «" + text + "»");
    }
    return Integer.parseInt(text);
  }
}
