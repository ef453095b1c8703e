package dev.paperboy.notify.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the topics have been read. Moved within the transaction of what was read; begun and
 * looked at from Kafka's own threads, which may block and therefore use JDBC.
 */
@ApplicationScoped
class Positions {
  private final DataSource database;

  Positions(DataSource database) {
    this.database = database;
  }

  /**
   * A step of a reading.
   *
   * @param next the next offset to read
   */
  record Step(TopicPartition partition, UUID reading, long next) {}

  /** Every partition that was read. Blocks. */
  Map<TopicPartition, StoredPosition> all() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select topic, partition, cluster_id, topic_id, reading, position"
                    + " from shelf_position");
        ResultSet rows = select.executeQuery()) {
      Map<TopicPartition, StoredPosition> all = new HashMap<>();
      while (rows.next()) {
        all.put(
            new TopicPartition(rows.getString(1), rows.getInt(2)),
            new StoredPosition(
                new Incarnation(rows.getString(3), rows.getString(4)),
                rows.getObject(5, UUID.class),
                rows.getLong(6)));
      }
      return all;
    }
  }

  /**
   * Begins a reading; an earlier one of the partition no longer counts. Blocks.
   *
   * @param next the first offset it will read
   * @param goal the partition's end now
   */
  void begin(TopicPartition partition, Incarnation incarnation, UUID reading, long next, long goal)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                insert into shelf_position
                  (topic, partition, cluster_id, topic_id, reading, position, goal)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (topic, partition) do update set cluster_id = excluded.cluster_id,
                  topic_id = excluded.topic_id, reading = excluded.reading,
                  position = excluded.position, goal = excluded.goal, since = now()
                """)) {
      upsert.setString(1, partition.topic());
      upsert.setInt(2, partition.partition());
      upsert.setString(3, incarnation.cluster());
      upsert.setString(4, incarnation.topicId());
      upsert.setObject(5, reading);
      upsert.setLong(6, next);
      upsert.setLong(7, goal);
      upsert.executeUpdate();
    }
  }

  /** Moves readings on; one that no longer counts moves nothing. */
  Uni<Void> move(SqlClient transaction, List<Step> steps) {
    if (steps.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(
            """
            update shelf_position p set position = step.next
            from unnest($1::text[], $2::int[], $3::uuid[], $4::bigint[])
              as step (topic, partition, reading, next)
            where p.topic = step.topic and p.partition = step.partition
              and p.reading = step.reading
            """)
        .execute(
            Tuple.of(
                steps.stream().map(step -> step.partition().topic()).toArray(String[]::new),
                steps.stream().map(step -> step.partition().partition()).toArray(Integer[]::new),
                steps.stream().map(Step::reading).toArray(UUID[]::new),
                steps.stream().map(Step::next).toArray(Long[]::new)))
        .replaceWithVoid();
  }
}
