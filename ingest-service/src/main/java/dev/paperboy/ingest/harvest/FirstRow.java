package dev.paperboy.ingest.harvest;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Iterator;
import java.util.function.Function;

/** Answers to queries that have one row or none. */
final class FirstRow {
  private FirstRow() {}

  /** What the row holds; null where there is none. */
  static <T> T of(RowSet<Row> rows, Function<Row, T> reader) {
    Iterator<Row> each = rows.iterator();
    return each.hasNext() ? reader.apply(each.next()) : null;
  }
}
