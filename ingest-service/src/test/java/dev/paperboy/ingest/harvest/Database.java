package dev.paperboy.ingest.harvest;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.GivingWay;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The service's schema, as a test sees it. */
public final class Database {
  private Database() {}

  /** Runs a statement. */
  public static void sql(String statement) throws SQLException {
    try (Connection db = Backing.current().connect("ingest");
        Statement s = db.createStatement()) {
      GivingWay.make(db, () -> s.execute(statement));
    }
  }

  /** Empties tables, comma separated. */
  public static void truncate(String tables) throws SQLException {
    try (Connection db = Backing.current().connect("ingest")) {
      GivingWay.truncate(db, tables);
    }
  }

  /** The first column of a query, as text. */
  public static List<String> column(String query) throws SQLException {
    try (Connection db = Backing.current().connect("ingest");
        Statement s = db.createStatement();
        ResultSet rows = s.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
