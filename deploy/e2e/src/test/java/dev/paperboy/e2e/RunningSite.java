package dev.paperboy.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stack that somebody else started and will stop, such as that of docker-compose; {@code
 * deploy/compose/journey} starts one and names it by these system properties:
 *
 * <ul>
 *   <li>{@code paperboy.e2e.site}: its public address;
 *   <li>{@code paperboy.e2e.mailpit}: the address of the Mailpit that takes its mails;
 *   <li>{@code paperboy.e2e.papers}: the snapshot file that its ingest waits for;
 *   <li>{@code paperboy.e2e.manage}: the command, as words, that asks a management port when
 *       followed by service, {@code manage}, method and path.
 * </ul>
 */
final class RunningSite implements Site {
  private static final int PATIENCE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI site;
  private final MailpitInbox inbox;
  private final List<String> manage;

  private RunningSite(URI site, MailpitInbox inbox, List<String> manage) {
    this.site = site;
    this.inbox = inbox;
    this.manage = manage;
  }

  /** Hands it the papers; empty where no site is named. */
  static Optional<Site> given() throws IOException, InterruptedException {
    if (System.getProperty("paperboy.e2e.site") == null) {
      return Optional.empty();
    }
    Path papers = Path.of(property("papers"));
    // It may be looking for the file just now: it shall find all of it or nothing.
    Path unfinished = Specimens.threeDays(papers.resolveSibling(papers.getFileName() + ".part"));
    Files.move(unfinished, papers, StandardCopyOption.ATOMIC_MOVE);
    RunningSite site =
        new RunningSite(
            URI.create(property("site")),
            new MailpitInbox(URI.create(property("mailpit"))),
            List.of(property("manage").split(" ")));
    // It looked in vain for the file, and waits ever longer between its looks.
    site.ask("ingest", "POST", "/internal/harvest");
    return Optional.of(site);
  }

  @Override
  public URI page(String path) {
    return URI.create(site + path);
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public String kafka() {
    return null;
  }

  @Override
  public long shelved() throws IOException, InterruptedException {
    return ask("notify", "GET", "/internal/status").path("counters").path("shelved").asLong(-1);
  }

  @Override
  public String digest(LocalDate date, String address) throws IOException, InterruptedException {
    return ask("notify", "POST", "/internal/digest?date=%s&for=%s".formatted(date, address))
        .path("messages")
        .toString();
  }

  @Override
  public void close() {}

  private JsonNode ask(String service, String method, String path)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(manage);
    command.addAll(List.of(service, "manage", method, path));
    Path answer = Files.createTempFile("answer", ".json");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(answer.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly().waitFor();
        throw new IOException(
            "%s ended with %d: %s"
                .formatted(command, process.exitValue(), Files.readString(answer)));
      }
      return JSON.readTree(Files.readString(answer, StandardCharsets.UTF_8));
    } finally {
      Files.delete(answer);
    }
  }

  private static String property(String name) {
    String value = System.getProperty("paperboy.e2e." + name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "paperboy.e2e.site is set, so paperboy.e2e." + name + " must be");
    }
    return value;
  }
}
