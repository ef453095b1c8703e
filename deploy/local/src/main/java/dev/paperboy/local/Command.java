package dev.paperboy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody asked the launcher to do. */
sealed interface Command {
  int DEFAULT_PORT = 8080;

  /** More copies than that on one machine only get in each other's way. */
  int MOST_REPLICAS = 4;

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

  /** Read all sources now. */
  record Harvest(Path data) implements Command {}

  /**
   * Publish stored papers again.
   *
   * @param part only this part; empty for all
   */
  record Replay(Path data, Optional<Part> part) implements Command {}

  /**
   * A part of the stored papers.
   *
   * @param from first announcement date
   * @param until last announcement date
   * @param ids separated by commas
   * @param publish publish them; else only tell how many they are
   */
  record Part(
      Optional<LocalDate> from, Optional<LocalDate> until, Optional<String> ids, boolean publish) {}

  /** Compare what the harvest brought of a day with what arXiv listed. */
  record Gaps(Path data) implements Command {}

  /** List the dead letters. */
  record DeadLetters(Path data) implements Command {}

  /**
   * Publish dead letters again.
   *
   * @param only this one; empty for all that were not replayed yet
   */
  record ReplayDeadLetters(Path data, Optional<DeadLetter> only) implements Command {}

  /**
   * Classify again what an earlier version or another taxonomy classified.
   *
   * @param since the oldest announcement date; empty for all
   */
  record ClassifyAgain(Path data, Optional<LocalDate> since) implements Command {}

  /** Send a mail to see whether the mail server takes it. */
  record MailTest(Path data, String address) implements Command {}

  /** Where a dead letter stands. */
  record DeadLetter(String topic, long offset) {}

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
                Set.of("--papers", "--day", "--clock", "--port", "--data", "--replicas"),
                Set.of("--detach"));
        RunOptions asked =
            new RunOptions(
                read.value("--papers", text -> papers(cwd, text)),
                read.value("--day", LocalDate::parse),
                read.value("--clock", Command::instant),
                read.value("--port", Command::port),
                read.value("--replicas", Command::replicas));
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
            read.value("--for", text -> address("--for", text)));
      }
      case "ingest" -> ingest(rest, cwd);
      case "classify" -> classify(rest, cwd);
      case "mail" -> mail(rest, cwd);
      case "help", "--help", "-h" -> new Help();
      default -> throw new UsageException("there is no command «" + words.getFirst() + "»");
    };
  }

  private static Command ingest(List<String> words, Path cwd) throws UsageException {
    String action = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    return switch (action) {
      case "harvest" ->
          new Harvest(data(Words.of("ingest harvest", rest, Set.of("--data"), Set.of()), cwd));
      case "replay" -> {
        Words read =
            Words.of(
                "ingest replay",
                rest,
                Set.of("--data", "--from", "--until", "--ids"),
                Set.of("--publish"));
        yield new Replay(data(read, cwd), part(read));
      }
      case "gaps" -> new Gaps(data(Words.of("ingest gaps", rest, Set.of("--data"), Set.of()), cwd));
      case "dead-letters" -> {
        Words read =
            Words.of("ingest dead-letters", rest, Set.of("--data"), Set.of(), Set.of("--replay"));
        Path data = data(read, cwd);
        Optional<DeadLetter> only = read.value("--replay", Command::deadLetter);
        yield only.isPresent() || read.flag("--replay")
            ? new ReplayDeadLetters(data, only)
            : new DeadLetters(data);
      }
      case "" -> throw new UsageException("ingest wants harvest, gaps, replay or dead-letters");
      default ->
          throw new UsageException(
              "ingest can harvest, gaps, replay and dead-letters, not «" + action + "»");
    };
  }

  private static Command classify(List<String> words, Path cwd) throws UsageException {
    if (words.isEmpty() || !words.getFirst().equals("again")) {
      throw new UsageException("classify wants the word again: classify again --since 2026-05-12");
    }
    Words read =
        Words.of(
            "classify again",
            words.subList(1, words.size()),
            Set.of("--data", "--since"),
            Set.of());
    return new ClassifyAgain(data(read, cwd), read.value("--since", LocalDate::parse));
  }

  private static Optional<Part> part(Words read) throws UsageException {
    Part part =
        new Part(
            read.value("--from", LocalDate::parse),
            read.value("--until", LocalDate::parse),
            read.value("--ids", text -> text),
            read.flag("--publish"));
    boolean bounded = part.from().isPresent() || part.until().isPresent() || part.ids().isPresent();
    if (part.publish() && !bounded) {
      throw new UsageException(
          "--publish wants --from, --until or --ids; without any, ingest replay publishes all");
    }
    return bounded ? Optional.of(part) : Optional.empty();
  }

  private static Command mail(List<String> words, Path cwd) throws UsageException {
    if (words.size() < 2 || !words.getFirst().equals("test") || words.get(1).startsWith("--")) {
      throw new UsageException("mail wants the word test and an address: mail test me@example.org");
    }
    Words read = Words.of("mail test", words.subList(2, words.size()), Set.of("--data"), Set.of());
    return new MailTest(data(read, cwd), address("mail test", words.get(1)));
  }

  private static DeadLetter deadLetter(String text) throws UsageException {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,18}")) {
      throw new UsageException(
          "--replay wants a dead letter as it is listed, TOPIC:OFFSET, not «" + text + "»");
    }
    return new DeadLetter(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
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

  private static int replicas(String text) throws UsageException {
    int replicas = Integer.parseInt(text);
    if (replicas < 1 || replicas > MOST_REPLICAS) {
      throw new UsageException(
          "--replicas must be between 1 and %d, not %d".formatted(MOST_REPLICAS, replicas));
    }
    return replicas;
  }

  private static String address(String what, String text) throws UsageException {
    if (!text.matches("[^\\s@]+@[^\\s@]+")) {
      throw new UsageException(what + " wants a mail address, not «" + text + "»");
    }
    return text;
  }
}
