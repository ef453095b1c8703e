package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Runs {@code provision.sql}: a database, and a role with a schema of its own per service. */
public final class Provisioning {
  public static final String DATABASE = "paperboy";

  /** The services that own a schema; role, schema and service share the name. */
  public static final List<String> ROLES = List.of("ingest", "classify", "notify");

  private Provisioning() {}

  /** Connects to a database as superuser. */
  interface Admin {
    Connection connect(String database) throws SQLException;
  }

  static void apply(Admin server, Map<String, String> passwords) throws SQLException, IOException {
    try (Connection admin = server.connect("postgres");
        Statement statement = admin.createStatement()) {
      if (!exists(statement)) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
    try (Connection admin = server.connect(DATABASE)) {
      admin.setAutoCommit(false);
      for (String role : ROLES) {
        setPassword(admin, role, passwords.get(role));
      }
      try (Statement statement = admin.createStatement()) {
        statement.execute(script());
      }
      admin.commit();
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      return found.next();
    }
  }

  private static void setPassword(Connection admin, String role, String password)
      throws SQLException {
    if (password == null) {
      throw new IllegalArgumentException("no password for role " + role);
    }
    try (PreparedStatement set = admin.prepareStatement("SELECT set_config(?, ?, false)")) {
      set.setString(1, "paperboy.%s_password".formatted(role));
      set.setString(2, password);
      set.execute();
    }
  }

  private static String script() throws IOException {
    try (InputStream in = Provisioning.class.getResourceAsStream("provision.sql")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
