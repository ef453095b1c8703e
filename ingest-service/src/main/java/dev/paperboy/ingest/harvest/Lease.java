package dev.paperboy.ingest.harvest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Lets one replica harvest at a time: a row with an owner and a time until which it is theirs.
 *
 * <p>A row, not a session lock, so that a lost connection neither frees nor keeps it; times are the
 * database's own.
 */
@ApplicationScoped
class Lease {
  static final Duration LENGTH = Duration.ofSeconds(15);
  private static final String NAME = "harvest";

  private final Pool pool;
  private final String owner = UUID.randomUUID().toString();

  Lease(Pool pool) {
    this.pool = pool;
  }

  /** Takes or renews the lease; false where another replica holds it. */
  Uni<Boolean> acquire() {
    return pool.preparedQuery(
            """
            insert into lease (name, owner, until) values ($1, $2, now() + $3 * interval '1 second')
            on conflict (name) do update set owner = excluded.owner, until = excluded.until
            where lease.owner = excluded.owner or lease.until < now()
            """)
        .execute(Tuple.of(NAME, owner, LENGTH.toSeconds()))
        .map(rows -> rows.rowCount() == 1);
  }

  /**
   * Renews the lease inside a transaction, so that nothing is stored by a replica that lost it.
   *
   * @throws LeaseLostException where another replica took over
   */
  Uni<Void> renew(SqlConnection transaction) {
    return transaction
        .preparedQuery(
            """
            update lease set until = now() + $3 * interval '1 second'
            where name = $1 and owner = $2
            """)
        .execute(Tuple.of(NAME, owner, LENGTH.toSeconds()))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new LeaseLostException();
              }
            })
        .replaceWithVoid();
  }

  /** Gives the lease back, so that another replica need not wait for its end. */
  Uni<Void> release() {
    return pool.preparedQuery("delete from lease where name = $1 and owner = $2")
        .execute(Tuple.of(NAME, owner))
        .replaceWithVoid();
  }

  /** Another replica harvests now; this one's page is not stored and will be read again. */
  static final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException() {
      super("another replica took the harvest over");
    }
  }
}
