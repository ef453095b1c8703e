package dev.paperboy.local;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody asked the launcher to do. */
sealed interface Command {
  int DEFAULT_PORT = 8080;

  /**
   * Start everything.
   *
   * @param data directory that holds all state
   * @param asked the options that change what runs
   * @param detach return once healthy and leave it running
   */
  record Up(Path data, RunOptions asked, boolean detach) implements Command {}

  record Down(Path data) implements Command {}

  record Status(Path data, boolean json) implements Command {}

  /**
   * Send a day's digests now.
   *
   * @param date digest day; empty for today on the business clock
   * @param address only this reader; empty for all
   */
  record Digest(Path data, Optional<LocalDate> date, Optional<String> address) implements Command {}

  record Help() implements Command {}

  /**
   * Reads a command line.
   *
   * @param cwd what relative paths are relative to
   * @throws UsageException where it is no command, or an option is unknown, twice, or unreadable
   */
  static Command parse(List<String> words, Path cwd) throws UsageException {
    if (words.isEmpty()) {
      return new Help();
    }
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "up" -> {
        Words read =
            Words.of(
                "up",
                rest,
                Set.of("--papers", "--day", "--clock", "--port", "--data"),
                Set.of("--detach"));
        RunOptions asked =
            new RunOptions(
                read.value("--papers", text -> papers(cwd, text)),
                read.value("--day", LocalDate::parse),
                read.value("--clock", Command::instant),
                read.value("--port", Command::port));
        yield new Up(data(read, cwd), asked, read.flag("--detach"));
      }
      case "down" -> new Down(data(Words.of("down", rest, Set.of("--data"), Set.of()), cwd));
      case "status" -> {
        Words read = Words.of("status", rest, Set.of("--data"), Set.of("--json"));
        yield new Status(data(read, cwd), read.flag("--json"));
      }
      case "digest" -> {
        Words read = Words.of("digest", rest, Set.of("--data", "--date", "--for"), Set.of());
        yield new Digest(
            data(read, cwd),
            read.value("--date", LocalDate::parse),
            read.value("--for", Command::address));
      }
      case "help", "--help", "-h" -> new Help();
      default -> throw new UsageException("there is no command «" + words.getFirst() + "»");
    };
  }

  private static Path data(Words read, Path cwd) throws UsageException {
    return read.value("--data", text -> cwd.resolve(text).toAbsolutePath().normalize())
        .orElseGet(() -> cwd.resolve(".paperboy").toAbsolutePath().normalize());
  }

  private static String papers(Path cwd, String text) throws UsageException {
    Path file = cwd.resolve(text).toAbsolutePath().normalize();
    if (!text.endsWith(".jsonl") && !text.endsWith(".jsonl.gz")) {
      throw new UsageException("--papers wants a .jsonl or .jsonl.gz file, not «" + text + "»");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UsageException("--papers: there is no readable file " + file);
    }
    return file.toString();
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static int port(String text) throws UsageException {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new UsageException("--port must be between 1 and 65535, not " + port);
    }
    return port;
  }

  private static String address(String text) throws UsageException {
    if (!text.matches("[^\\s@]+@[^\\s@]+")) {
      throw new UsageException("--for wants a mail address, not «" + text + "»");
    }
    return text;
  }

  /** Options as typed, each at most once. */
  record Words(Map<String, String> values, Set<String> flags) {
    interface Reader<T> {
      T read(String text) throws UsageException;
    }

    static Words of(String command, List<String> words, Set<String> valued, Set<String> flags)
        throws UsageException {
      Map<String, String> values = new HashMap<>();
      Set<String> set = new java.util.HashSet<>();
      for (int i = 0; i < words.size(); i++) {
        String[] word = words.get(i).split("=", 2);
        boolean again = false;
        if (flags.contains(word[0]) && word.length == 1) {
          again = !set.add(word[0]);
        } else if (valued.contains(word[0])) {
          if (word.length == 1 && i + 1 == words.size()) {
            throw new UsageException(word[0] + " wants a value");
          }
          again = values.put(word[0], word.length == 2 ? word[1] : words.get(++i)) != null;
        } else {
          throw new UsageException("%s has no option «%s»".formatted(command, words.get(i)));
        }
        if (again) {
          throw new UsageException(word[0] + " is given twice");
        }
      }
      return new Words(values, set);
    }

    boolean flag(String name) {
      return flags.contains(name);
    }

    <T> Optional<T> value(String name, Reader<T> reader) throws UsageException {
      String text = values.get(name);
      if (text == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(reader.read(text));
      } catch (DateTimeException e) {
        throw new UsageException(
            "%s wants a %s, not «%s»"
                .formatted(
                    name,
                    name.equals("--clock")
                        ? "time such as 2026-05-12T23:00:00Z"
                        : "date such as 2026-05-12",
                    text));
      } catch (NumberFormatException e) {
        throw new UsageException("%s wants a number, not «%s»".formatted(name, text));
      } catch (InvalidPathException e) {
        throw new UsageException("%s wants a path, not «%s»".formatted(name, text));
      }
    }
  }
}
