package dev.paperboy.backing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Changes tables that a running service reads and writes meanwhile. A service that holds a lock and
 * waits for another makes the change begin again, before PostgreSQL finds a deadlock and ends
 * either.
 */
public final class GivingWay {
  /** An SQLSTATE. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private GivingWay() {}

  /** Something done with a database. */
  @FunctionalInterface
  public interface Change<T> {
    T make() throws SQLException;
  }

  /**
   * Makes a change.
   *
   * @param database where it is made; each try a transaction of its own
   * @return what the change returned
   * @throws SQLException as the change's; or where others were in its way for a whole minute
   */
  public static <T> T make(Connection database, Change<T> change) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    // A tenth of the time after which PostgreSQL looks for deadlocks.
    set(database, "set lock_timeout = '100ms'");
    try {
      while (true) {
        try {
          return change.make();
        } catch (SQLException e) {
          if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || Instant.now().isAfter(end)) {
            throw e;
          }
        }
      }
    } finally {
      set(database, "reset lock_timeout");
    }
  }

  /** Empties tables, comma separated, all at once. */
  public static void truncate(Connection database, String tables) throws SQLException {
    try (Statement statement = database.createStatement()) {
      make(database, () -> statement.execute("truncate " + tables));
    }
  }

  private static void set(Connection database, String setting) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(setting);
    }
  }
}
