package dev.paperboy.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory of received messages, one {@code .eml} file each. Anybody may read it at any time: a
 * file appears complete and on disk, or not at all.
 */
public final class MailInbox {
  static final String ENDING = ".eml";
  private static final DateTimeFormatter ARRIVAL =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
  private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-\\d{3}-\\d{1,10}-\\d{6}");

  private final Path dir;
  private final AtomicInteger sequence = new AtomicInteger();

  private MailInbox(Path dir) {
    this.dir = dir;
  }

  /** The inbox in that directory, which is created where missing. */
  public static MailInbox in(Path dir) throws IOException {
    return new MailInbox(Directories.ownerOnly(dir));
  }

  public Path directory() {
    return dir;
  }

  /** Every message, newest first. */
  public List<MailMessage> messages() throws IOException {
    try (Stream<Path> files = files()) {
      return files.sorted(Comparator.reverseOrder()).flatMap(MailInbox::readIfThere).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The newest {@code limit} messages, newest first. */
  public List<MailMessage> newest(int limit) throws IOException {
    try (Stream<Path> files = files()) {
      return files
          .sorted(Comparator.reverseOrder())
          .limit(limit)
          .flatMap(MailInbox::readIfThere)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** How many messages there are. */
  public long count() throws IOException {
    try (Stream<Path> files = files()) {
      return files.count();
    }
  }

  /** The message of that id; empty where there is none or the id is no id. */
  public Optional<MailMessage> message(String id) throws IOException {
    Path file = dir.resolve(id + ENDING);
    return ID.matcher(id).matches() && Files.exists(file)
        ? Optional.of(MailMessage.read(file))
        : Optional.empty();
  }

  /** Puts a message on disk; when this returns, no crash can lose it. */
  Path store(byte[] message) throws IOException {
    String id =
        "%s-%d-%06d"
            .formatted(
                ARRIVAL.format(Instant.now()),
                ProcessHandle.current().pid(),
                sequence.incrementAndGet());
    Path unfinished = dir.resolve(id + ".part");
    try (FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (ByteBuffer rest = ByteBuffer.wrap(message); rest.hasRemaining(); ) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Path file = Files.move(unfinished, dir.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
    // The new name is in the directory, which has to reach the disk as well.
    try (FileChannel directory = FileChannel.open(dir, StandardOpenOption.READ)) {
      directory.force(true);
    }
    return file;
  }

  static Instant arrival(String id) {
    return LocalDateTime.parse(id.substring(0, "yyyyMMdd-HHmmss-SSS".length()), ARRIVAL)
        .toInstant(ZoneOffset.UTC);
  }

  private Stream<Path> files() throws IOException {
    return Files.list(dir)
        .filter(
            file -> {
              String name = file.getFileName().toString();
              return name.endsWith(ENDING)
                  && ID.matcher(name.substring(0, name.length() - ENDING.length())).matches();
            });
  }

  private static Stream<MailMessage> readIfThere(Path file) {
    try {
      return Stream.of(MailMessage.read(file));
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
