package dev.paperboy.notify;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.GivingWay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into notify's schema beside the application. */
public final class Rows {
  private Rows() {}

  /** The first column of the first row, as text; null where there is no row. */
  public static String one(String query, Object... parameters) {
    try (Connection connection = Backing.current().connect("notify");
        PreparedStatement statement = prepared(connection, query, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row as a number. */
  public static long count(String query, Object... parameters) {
    return Long.parseLong(one(query, parameters));
  }

  /** Changes rows; how many. */
  public static int change(String statement, Object... parameters) {
    try (Connection connection = Backing.current().connect("notify");
        PreparedStatement prepared = prepared(connection, statement, parameters)) {
      return GivingWay.make(connection, prepared::executeUpdate);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets readers and what was mailed, counted and shelved. */
  public static void forgetAll() {
    truncate(
        "subscriber, filter, filter_probe, digest, digest_item, digest_change, mail, mark,"
            + " signup_throttle, sent_paper");
    // Deleted, not truncated: an emptied shelf would be read again from the topics.
    for (String table : new String[] {"shelf", "paper_trend", "topic", "source_status"}) {
      change("delete from " + table);
    }
  }

  /** Empties tables, comma separated. */
  public static void truncate(String tables) {
    try (Connection connection = Backing.current().connect("notify")) {
      GivingWay.truncate(connection, tables);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String query, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
