package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL 18 server of our own as a child process: loopback only, scram passwords, data
 * directory 0700.
 *
 * <p>It runs in its own session, so that a Ctrl-C meant for the parent leaves the order of stopping
 * to the parent; a parent that is killed leaves it running, and the next start on the same
 * directory ends it first.
 */
public final class PostgresServer implements AutoCloseable {
  /** The superuser's name. */
  public static final String ADMIN = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> COMMON =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "timezone=UTC",
          "log_timezone=UTC",
          // Four copies of each service have pools of 104 connections together.
          "max_connections=150",
          "shared_buffers=64MB",
          "io_method=sync");
  private static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

  /** Fast, and lost at the first crash. */
  static final List<String> THROWAWAY =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off");

  /** Text sorts by code point, whatever the machine's own locale. */
  static final List<String> LOCALE =
      List.of(
          "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");

  private final Path data;
  private final int port;
  private final String adminPassword;
  private final Process process;
  private final List<String> prefix;
  private final Path programs;

  private PostgresServer(
      Path data, int port, String adminPassword, Path log, List<String> settings, boolean sync)
      throws IOException, InterruptedException {
    this.data = data.toAbsolutePath();
    this.port = port;
    this.adminPassword = adminPassword;
    this.prefix = OwnSession.prefix(OwnSession.isRoot());
    this.programs = PostgresBinaries.unpacked().resolve("bin");
    new PostgresLeftover(this.data).end();
    if (!Files.exists(this.data.resolve("PG_VERSION"))) {
      initialize(sync, log);
    }
    Directories.ownerOnly(this.data);
    this.process = launch(settings, log);
    awaitReady(log);
  }

  /**
   * Starts a server whose commits survive a crash of the process and of the machine.
   *
   * @param data its directory, created at first use; a server left running on it is ended first
   * @param adminPassword set when the directory is created, and needed unchanged from then on
   * @param log file that gets the server's own log appended
   * @throws IOException where it cannot start; the message ends with the log's last lines
   */
  public static PostgresServer durable(Path data, int port, String adminPassword, Path log)
      throws IOException, InterruptedException {
    return new PostgresServer(data, port, adminPassword, log, DURABLE, true);
  }

  /** Starts a server for tests: fast, and lost at the first crash. */
  public static PostgresServer throwaway(Path data) throws IOException, InterruptedException {
    return new PostgresServer(
        data, FreePort.one(), "throwaway", data.resolveSibling("postgres.log"), THROWAWAY, false);
  }

  /**
   * Ends a server that an earlier process left running on that directory.
   *
   * @return whether there was one
   */
  public static boolean endLeftover(Path data) throws IOException, InterruptedException {
    return new PostgresLeftover(data.toAbsolutePath()).end();
  }

  public int port() {
    return port;
  }

  /** The server's process; it ends when the server is stopped or dies. */
  public Process process() {
    return process;
  }

  /**
   * Connects as a role.
   *
   * @throws SQLException as the driver says
   */
  public Connection connect(String database, String role, String password) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(role);
    source.setPassword(password);
    return source.getConnection();
  }

  /** Connects as the superuser. */
  public Connection connectAsAdmin(String database) throws SQLException {
    return connect(database, ADMIN, adminPassword);
  }

  /** Creates Paperboy's database, roles and schemas where they are missing; sets the passwords. */
  public void provision(Map<String, String> passwords) throws SQLException, IOException {
    Provisioning.apply(this::connectAsAdmin, passwords);
  }

  /** Stops the server: open transactions are rolled back, the rest is on disk. */
  @Override
  public void close() throws IOException {
    if (!process.isAlive()) {
      return;
    }
    try {
      run(List.of("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "20"), null);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void initialize(boolean sync, Path log) throws IOException, InterruptedException {
    Path fresh = data.resolveSibling(data.getFileName() + ".initializing");
    // A crash inside initdb leaves a directory that it refuses to use again.
    Directories.delete(fresh);
    Files.deleteIfExists(data);
    Directories.ownerOnly(data.getParent());
    // A fixed name, in a directory that only we may enter: a crash leaves one file, not many.
    Path password = data.resolveSibling(data.getFileName() + ".password");
    try {
      Files.writeString(password, adminPassword + "\n");
      List<String> command =
          new ArrayList<>(
              List.of(
                  "initdb",
                  "--pgdata=" + fresh,
                  "--username=" + ADMIN,
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--no-instructions"));
      command.addAll(LOCALE);
      if (!sync) {
        command.add("--no-sync");
      }
      run(command, log);
      Files.move(fresh, data);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private Process launch(List<String> settings, Path log) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.resolve("postgres").toString());
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    for (List<String> group : List.of(COMMON, settings)) {
      group.forEach(setting -> command.addAll(List.of("-c", setting)));
    }
    return processBuilder(command, log).start();
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      if (!process.isAlive()) {
        throw new IOException("PostgreSQL did not start: " + lastLines(log));
      }
      try (Connection connection = connectAsAdmin("postgres")) {
        return;
      } catch (SQLException e) {
        boolean refused = "28P01".equals(e.getSQLState());
        if (refused || System.nanoTime() > deadline) {
          process.destroy();
          throw new IOException(
              refused
                  ? "PostgreSQL's data in " + data + " was made with another password"
                  : "PostgreSQL was not ready in time: " + lastLines(log),
              e);
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  private void run(List<String> program, Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.resolve(program.getFirst()).toString());
    command.addAll(program.subList(1, program.size()));
    Process run = processBuilder(command, log).start();
    if (run.waitFor() != 0) {
      throw new IOException(program.getFirst() + " failed: " + (log == null ? "" : lastLines(log)));
    }
  }

  private static ProcessBuilder processBuilder(List<String> command, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    if (log == null) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    } else {
      Files.createDirectories(log.toAbsolutePath().getParent());
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
    return builder;
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }
}
