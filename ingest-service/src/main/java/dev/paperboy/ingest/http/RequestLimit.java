package dev.paperboy.ingest.http;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the starts of requests to one host apart, over all replicas and over restarts: the time of
 * the next start is a row, on the database's clock.
 *
 * <p>A start is taken, then made within {@value #SLACK_MILLIS} ms or not at all, and the row leaves
 * that much more room. What of that room was not used is given back, or it would cost a long
 * harvest a minute in fifteen; but only once an answer tells that the request was there, so that no
 * pause of this process, nor of the way, brings two requests nearer than the interval.
 */
public final class RequestLimit {
  private static final long SLACK_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final long LONGEST_NAP_MILLIS = 1000;

  private final Pool pool;
  private final String host;
  private final Duration interval;

  /**
   * @param host what is limited as one; all of arxiv.org is one host
   * @param interval least time between the starts of two requests
   */
  public RequestLimit(Pool pool, String host, Duration interval) {
    this.pool = pool;
    this.host = host;
    this.interval = interval;
  }

  /**
   * A start that is ours to make.
   *
   * @param askedNanos when we asked for it, on {@link System#nanoTime}: before it was given
   * @param next when the next one may be made, as the row says
   */
  public record Start(long askedNanos, OffsetDateTime next) {}

  /**
   * Waits until a request may start; the caller starts it at once, and says by {@link #answered}
   * that it was answered. Blocks its (virtual) thread.
   *
   * @throws IOException where the host asked for a pause so long that others should not wait for it
   */
  public Start await() throws InterruptedException, IOException {
    while (true) {
      long asked = System.nanoTime();
      Answer answer = take();
      long waitMillis = answer.waitMillis();
      boolean fresh = System.nanoTime() - asked < TimeUnit.MILLISECONDS.toNanos(SLACK_MILLIS);
      if (waitMillis == 0 && fresh) {
        return new Start(asked, answer.next());
      }
      if (waitMillis > LONGEST_WAIT.plus(interval).toMillis()) {
        throw new IOException(
            host + " asked to be left alone for " + waitMillis / 1000 + " s more");
      }
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(Math.clamp(waitMillis, 1, LONGEST_NAP_MILLIS)));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /**
   * An answer began, so that the request is there by now: the room that it did not need is given
   * back, unless others moved on.
   */
  public void answered(Start start) {
    // Rounded up: a part of a millisecond that is given back would be one too many.
    long used = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start.askedNanos()) + 1;
    long left = SLACK_MILLIS - used;
    if (left > 0) {
      pool.preparedQuery(
              """
              update request_limit set next_start = next_start - $2 * interval '1 millisecond'
              where host = $1 and next_start = $3
              """)
          .execute(Tuple.of(host, left, start.next()))
          .await()
          .atMost(PATIENCE);
    }
  }

  /**
   * What the row says.
   *
   * @param waitMillis 0 where a start was taken, else milliseconds until one may be
   * @param next when the next one may be made; null where none was taken
   */
  private record Answer(long waitMillis, OffsetDateTime next) {}

  private Answer take() {
    return pool.preparedQuery(
            """
            with taken as (
              insert into request_limit (host, next_start)
              values ($1, clock_timestamp() + $2 * interval '1 millisecond')
              on conflict (host) do update
                set next_start = clock_timestamp() + $2 * interval '1 millisecond'
                where request_limit.next_start <= clock_timestamp()
              returning next_start)
            select case when exists (select from taken) then 0
              else greatest(1, ceil(extract(epoch from (
                select next_start from request_limit where host = $1) - clock_timestamp()) * 1000))
            end::bigint, (select next_start from taken)
            """)
        .execute(Tuple.of(host, interval.toMillis() + SLACK_MILLIS))
        .map(rows -> rows.iterator().next())
        .map(row -> new Answer(row.getLong(0), row.getOffsetDateTime(1)))
        .await()
        .atMost(PATIENCE);
  }

  /** Lets no request start for a while, as the host asked. */
  void pause(Duration length) {
    pool.preparedQuery(
            """
            insert into request_limit (host, next_start)
            values ($1, clock_timestamp() + $2 * interval '1 millisecond')
            on conflict (host) do update set next_start = greatest(
              request_limit.next_start, excluded.next_start)
            """)
        .execute(Tuple.of(host, length.toMillis()))
        .await()
        .atMost(PATIENCE);
  }
}
