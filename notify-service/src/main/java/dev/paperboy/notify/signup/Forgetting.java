package dev.paperboy.notify.signup;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Forgets addresses that nobody confirmed, with all that hangs on them, and counts of windows long
 * over. Once a day, and soon after each start: a laptop seldom runs for a day.
 */
@Singleton
class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);

  /** From the last sign-up of the address; its link works for three days. */
  static final Duration UNCONFIRMED = Duration.ofDays(7);

  private final Pool pool;
  private final Throttle throttle;
  private final Clock clock = Clock.systemUTC();

  Forgetting(Pool pool, Throttle throttle) {
    this.pool = pool;
    this.throttle = throttle;
  }

  @Scheduled(
      every = "24h",
      delayed = "${paperboy.signup.forget-after-start:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return pool.preparedQuery(
            """
            delete from subscriber
            where status = 'pending' and greatest(created_at, last_letter_at) < $1
            """)
        .execute(Tuple.of(clock.instant().minus(UNCONFIRMED).atOffset(ZoneOffset.UTC)))
        .invoke(
            rows -> {
              if (rows.rowCount() > 0) {
                LOG.infof("unconfirmed sign-ups forgotten number=%d", rows.rowCount());
              }
            })
        .chain(throttle::forget);
  }
}
