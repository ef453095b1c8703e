package dev.paperboy.notify.signup;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Forgets addresses that nobody confirmed, with all that hangs on them, those that readers named to
 * move to and that did not agree, and counts of windows long over. Once a day, and soon after each
 * start: a laptop seldom runs for a day.
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
            where status = 'pending' and confirmed_at is null
              and greatest(created_at, last_letter_at) < $1
            """)
        .execute(Tuple.of(clock.instant().minus(UNCONFIRMED).atOffset(ZoneOffset.UTC)))
        .invoke(
            rows -> {
              if (rows.rowCount() > 0) {
                LOG.infof("unconfirmed sign-ups forgotten number=%d", rows.rowCount());
              }
            })
        .chain(this::forgetReturns)
        .chain(this::forgetChanges)
        .chain(throttle::forget);
  }

  /**
   * Whoever left stays so until they come back themselves: anybody can type an address into a form,
   * and what was sent to who left is kept until they erase it.
   */
  private Uni<Void> forgetReturns() {
    return pool.preparedQuery(
            """
            update subscriber set status = 'unsubscribed'
            where status = 'pending' and confirmed_at is not null
              and greatest(created_at, last_letter_at) < $1
            """)
        .execute(Tuple.of(clock.instant().minus(UNCONFIRMED).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The link that was mailed there has run out. */
  private Uni<Void> forgetChanges() {
    OffsetDateTime before = clock.instant().minus(UNCONFIRMED).atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(
            """
            update subscriber s set new_address = null, change_id = null
            where change_id is not null and not exists (
              select from mail m
              where m.subscriber_id = s.id and m.kind = 'change' and m.created_at >= $1)
            """)
        .execute(Tuple.of(before))
        .chain(
            () ->
                pool.preparedQuery(
                        """
                        delete from mail m using subscriber s
                        where s.id = m.subscriber_id and m.kind = 'change' and m.created_at < $1
                          and lower(m.recipient) <> s.address_key
                        """)
                    .execute(Tuple.of(before)))
        .replaceWithVoid();
  }
}
