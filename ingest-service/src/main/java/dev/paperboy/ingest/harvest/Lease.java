package dev.paperboy.ingest.harvest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Lets one replica harvest at a time: a row with an owner and a time until which it is theirs.
 *
 * <p>A row, not a session lock, so that a lost connection neither frees nor keeps it; times are the
 * database's own.
 */
@Singleton
class Lease {
  static final Duration LENGTH = Duration.ofSeconds(15);
  private static final Logger LOG = Logger.getLogger(Lease.class);
  private static final String NAME = "harvest";

  private final Pool pool;
  private final Duration length;
  private final String owner = UUID.randomUUID().toString();

  @Inject
  Lease(Pool pool) {
    this(pool, LENGTH);
  }

  /**
   * @param length how long it is held without being renewed
   */
  Lease(Pool pool, Duration length) {
    this.pool = pool;
    this.length = length;
  }

  /** Takes or renews the lease; false where another replica holds it. */
  Uni<Boolean> acquire() {
    return pool.preparedQuery(
            """
            insert into lease (name, owner, until) values ($1, $2, now() + $3 * interval '1 millisecond')
            on conflict (name) do update set owner = excluded.owner, until = excluded.until
            where lease.owner = excluded.owner or lease.until < now()
            """)
        .execute(Tuple.of(NAME, owner, length.toMillis()))
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
            update lease set until = now() + $3 * interval '1 millisecond'
            where name = $1 and owner = $2
            """)
        .execute(Tuple.of(NAME, owner, length.toMillis()))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new LeaseLostException();
              }
            })
        .replaceWithVoid();
  }

  /**
   * Renews the lease until the heart is closed. A source may take minutes to give one page; without
   * this, two replicas would take the lease from one another and never get beyond it.
   */
  Heart beating() {
    return new Heart();
  }

  /** Renews an acquired lease, well before it ends. */
  final class Heart implements AutoCloseable {
    private volatile boolean closed;
    private final Thread thread = Thread.ofVirtual().name("harvest-lease").start(this::beat);

    private void beat() {
      while (!closed) {
        try {
          Thread.sleep(length.dividedBy(3));
          // Where another has it, this harvest's next page finds out.
          acquire().await().atMost(length);
        } catch (InterruptedException e) {
          return;
        } catch (RuntimeException e) {
          LOG.debugf("the lease was not renewed: %s", e.toString());
        }
      }
    }

    @Override
    public void close() {
      closed = true;
      thread.interrupt();
    }
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
