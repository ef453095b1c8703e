package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  private static final Map<String, String> PASSWORDS =
      Map.of("ingest", "i'1", "classify", "c$2", "notify", "n\"3");

  @TempDir Path dir;

  @Test
  void eachRoleOwnsItsSchemaAndSeesNoOther() throws Exception {
    try (PostgresServer server = start()) {
      server.provision(PASSWORDS);

      try (Connection notify = server.connect("paperboy", "notify", "n\"3");
          Statement sql = notify.createStatement()) {
        sql.execute("CREATE TABLE subscriber (id int)");
        sql.execute("INSERT INTO notify.subscriber VALUES (7)");
        assertThat(single(sql, "SELECT current_schema()")).isEqualTo("notify");
        assertThat(single(sql, "SELECT id FROM subscriber")).isEqualTo("7");
      }
      try (Connection classify = server.connect("paperboy", "classify", "c$2");
          Statement sql = classify.createStatement()) {
        for (String forbidden :
            new String[] {
              "SELECT id FROM notify.subscriber",
              "CREATE TABLE notify.intruder (id int)",
              "CREATE TABLE public.intruder (id int)",
              "CREATE SCHEMA intruder",
              "SET ROLE notify"
            }) {
          assertThatThrownBy(() -> sql.execute(forbidden))
              .isInstanceOf(SQLException.class)
              .extracting(e -> ((SQLException) e).getSQLState())
              .isEqualTo("42501");
        }
      }
      assertThatThrownBy(() -> server.connect("paperboy", "notify", "c$2"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void provisioningAgainKeepsTheDataAndSetsTheNewPasswords() throws Exception {
    try (PostgresServer server = start()) {
      server.provision(PASSWORDS);
      try (Connection ingest = server.connect("paperboy", "ingest", "i'1");
          Statement sql = ingest.createStatement()) {
        sql.execute("CREATE TABLE checkpoint AS SELECT 1 AS page");
      }

      server.provision(Map.of("ingest", "new", "classify", "c", "notify", "n"));

      try (Connection ingest = server.connect("paperboy", "ingest", "new");
          Statement sql = ingest.createStatement()) {
        assertThat(single(sql, "SELECT page FROM checkpoint")).isEqualTo("1");
      }
    }
  }

  @Test
  void aKilledServersCommitsAreThereAtTheNextStart() throws Exception {
    try (PostgresServer first = start()) {
      first.provision(PASSWORDS);
      try (Connection ingest = first.connect("paperboy", "ingest", "i'1");
          Statement sql = ingest.createStatement()) {
        sql.execute("CREATE TABLE seen AS SELECT 42 AS paper");
        assertThat(single(sql, "SHOW fsync")).isEqualTo("on");
        assertThat(single(sql, "SHOW synchronous_commit")).isEqualTo("on");
      }
      first.process().destroyForcibly().waitFor();
    }

    try (PostgresServer second = start();
        Connection ingest = second.connect("paperboy", "ingest", "i'1");
        Statement sql = ingest.createStatement()) {
      assertThat(single(sql, "SELECT paper FROM seen")).isEqualTo("42");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("data"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aServerLeftRunningIsEndedByTheNextStart() throws Exception {
    PostgresServer left = start();

    try (PostgresServer next = start()) {
      assertThat(left.process().isAlive()).isFalse();
      assertThat(next.process().isAlive()).isTrue();
    }
  }

  @Test
  void aPidFileNamingAStrangersProcessHarmsNobody() throws Exception {
    start().close();
    Files.writeString(
        dir.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\nnot ours\n");

    try (PostgresServer server = start()) {
      assertThat(server.process().isAlive()).isTrue();
    }
  }

  @Test
  void aWrongAdminPasswordIsSaidPlainly() throws Exception {
    start().close();

    assertThatThrownBy(
            () ->
                PostgresServer.durable(
                    dir.resolve("data"), FreePort.one(), "other", dir.resolve("postgres.log")))
        .hasMessageContaining("another password");
  }

  private PostgresServer start() throws Exception {
    return PostgresServer.durable(
        dir.resolve("data"), FreePort.one(), "admin", dir.resolve("postgres.log"));
  }

  private static String single(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
