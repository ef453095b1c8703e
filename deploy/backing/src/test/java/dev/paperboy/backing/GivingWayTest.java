package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class GivingWayTest {
  private static Void truncate(Connection database) {
    try {
      GivingWay.truncate(database, "one, other");
      return null;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoReadsTwoTablesInTheOtherOrderIsNotEnded() throws Exception {
    try (Connection tests = Backing.current().connect("classify");
        Connection service = Backing.current().connect("classify");
        Statement create = tests.createStatement();
        Statement reading = service.createStatement()) {
      create.execute("create table one (); create table other (); insert into one default values");
      try {
        service.setAutoCommit(false);
        reading.execute("select * from other");
        CompletableFuture<Void> emptied = CompletableFuture.supplyAsync(() -> truncate(tests));
        // Longer than PostgreSQL lets two wait for each other.
        assertThatThrownBy(() -> emptied.get(1500, TimeUnit.MILLISECONDS))
            .isInstanceOf(TimeoutException.class);
        try (ResultSet rows = reading.executeQuery("select count(*) from one")) {
          rows.next();
          assertThat(rows.getInt(1)).isEqualTo(1);
        }
        service.commit();

        emptied.get(1, TimeUnit.MINUTES);
        try (ResultSet rows = reading.executeQuery("select count(*) from one")) {
          rows.next();
          assertThat(rows.getInt(1)).isZero();
        }
      } finally {
        service.rollback();
        create.execute("drop table one, other");
      }
    }
  }

  @Test
  void whatIsWrongIsToldAtOnce() throws Exception {
    try (Connection tests = Backing.current().connect("classify")) {
      assertThatThrownBy(() -> GivingWay.truncate(tests, "missing"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("missing");
    }
  }
}
