package dev.paperboy.backing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Empties tables that a running service reads and writes meanwhile. */
public final class Truncation {
  /** An SQLSTATE. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Truncation() {}

  /**
   * Empties tables at once. A service that holds one of them and waits for another makes this begin
   * again, before PostgreSQL finds a deadlock and ends either.
   *
   * @param tables comma separated
   * @throws SQLException where one is missing, or in use for a whole minute
   */
  public static void of(Connection database, String tables) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    try (Statement statement = database.createStatement()) {
      statement.execute("set lock_timeout = '100ms'");
      while (true) {
        try {
          statement.execute("truncate " + tables);
          return;
        } catch (SQLException e) {
          if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || Instant.now().isAfter(end)) {
            throw e;
          }
        }
      }
    } finally {
      try (Statement statement = database.createStatement()) {
        statement.execute("reset lock_timeout");
      }
    }
  }
}
