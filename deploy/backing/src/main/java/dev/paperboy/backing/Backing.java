package dev.paperboy.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The throwaway PostgreSQL, Kafka and mail inbox that all tests of one JVM share: PostgreSQL and
 * Kafka in containers where {@code PAPERBOY_CONTAINERS=true}, embedded otherwise. One never stands
 * in for the other.
 *
 * <p>Where they are is kept in system properties, not in fields: Quarkus loads tests and their
 * resources in different class loaders, which must not start a set each.
 */
public record Backing(
    String postgres, String kafkaBootstrap, int smtpPort, Path inboxDirectory, Path state) {
  private static final String KEY = "paperboy.backing";
  private static final String FAILURE = KEY + ".failure";
  private static final Object LOCK = System.class;

  /**
   * The running set; started at the first call.
   *
   * @throws IllegalStateException where it cannot start
   */
  public static Backing current() {
    synchronized (LOCK) {
      String known = System.getProperty(KEY);
      if (known != null) {
        return parse(known);
      }
      String failure = System.getProperty(FAILURE);
      if (failure != null) {
        // Every test class asks; a missing image must not cost its timeout each time.
        throw new IllegalStateException(failure);
      }
      try {
        Backing started = start();
        System.setProperty(KEY, started.print());
        return started;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (Exception e) {
        String message = "the test backing cannot start: " + e.getMessage();
        System.setProperty(FAILURE, message);
        throw new IllegalStateException(message, e);
      }
    }
  }

  /** JDBC address of the database, for any of its roles. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s/%s".formatted(postgres, Provisioning.DATABASE);
  }

  /** {@code host:port/database}, as {@code paperboy.db} wants it. */
  public String database() {
    return "%s/%s".formatted(postgres, Provisioning.DATABASE);
  }

  /** The password of a service's role. */
  public String password(String role) {
    return role + "-test";
  }

  /** A connection as a service's role. */
  public Connection connect(String role) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(role);
    source.setPassword(password(role));
    return source.getConnection();
  }

  /** What was mailed. */
  public MailInbox inbox() {
    try {
      return MailInbox.in(inboxDirectory);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Backing start() throws Exception {
    Path scratch = Scratch.directory();
    Map<String, String> passwords =
        Provisioning.ROLES.stream().collect(Collectors.toMap(role -> role, role -> role + "-test"));
    TestServers servers =
        ContainerServers.wanted()
            ? ContainerServers.start(passwords)
            : EmbeddedServers.start(scratch, passwords);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(servers, scratch), "paperboy-backing-stop"));
    System.out.println("test backing: " + servers.description());
    MailInbox inbox = MailInbox.in(scratch.resolve("inbox"));
    MailServer mail = MailServer.start(inbox, FreePort.one());
    return new Backing(
        servers.postgres(),
        servers.kafka(),
        mail.port(),
        inbox.directory(),
        Files.createDirectory(scratch.resolve("state")));
  }

  private static void stop(TestServers servers, Path scratch) {
    try {
      servers.stop().run();
      Directories.delete(scratch);
    } catch (Exception e) {
      // The next run's Scratch removes what is left; Ryuk does so for containers.
    }
  }

  private String print() {
    return String.join(
        "\n", postgres, kafkaBootstrap, "" + smtpPort, inboxDirectory.toString(), state.toString());
  }

  private static Backing parse(String printed) {
    String[] lines = printed.split("\n", -1);
    return new Backing(
        lines[0], lines[1], Integer.parseInt(lines[2]), Path.of(lines[3]), Path.of(lines[4]));
  }

  /** Settings that put a service on this backing. */
  public Map<String, String> settings(String service) {
    return Map.ofEntries(
        Map.entry("paperboy.db", database()),
        Map.entry("paperboy.db.password", password(service)),
        Map.entry("paperboy.secret", "test-secret-test-secret-test-secret"),
        Map.entry("paperboy.smtp.host", "127.0.0.1"),
        Map.entry("paperboy.smtp.port", "" + smtpPort),
        Map.entry("paperboy.state", state.resolve(service).toString()),
        Map.entry("kafka.bootstrap.servers", kafkaBootstrap),
        Map.entry("quarkus.devservices.enabled", "false"),
        Map.entry("quarkus.log.category.\"org.apache.kafka\".level", "WARN"),
        Map.entry("quarkus.log.category.\"kafka\".level", "WARN"),
        Map.entry("quarkus.log.category.\"state.change.logger\".level", "WARN"),
        Map.entry("quarkus.http.test-port", "0"),
        Map.entry("quarkus.management.test-port", "0"));
  }
}
