package dev.paperboy.events;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * How consumers of batches meet failure: what may be a matter of the moment, such as a broker or a
 * database that is away, is tried again for as long as it takes; what the data are to blame for is
 * handed on at once, so that the culprit can be put aside.
 */
public final class RetryInPlace {
  private static final Logger LOG = Logger.getLogger(RetryInPlace.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final double JITTER = 0.3;

  private RetryInPlace() {}

  /**
   * Does the step until it succeeds or {@linkplain #isDataRefused the data} fail it, with ever
   * longer waits in between.
   *
   * @param step begun anew for every try
   */
  public static <T> Uni<T> untilDone(Supplier<Uni<? extends T>> step) {
    return Uni.createFrom()
        .deferred(step)
        .onFailure(failure -> !isDataRefused(failure))
        .invoke(failure -> LOG.warnf("trying again: %s", failure.toString()))
        .onFailure(failure -> !isDataRefused(failure))
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .withJitter(JITTER)
        .indefinitely();
  }

  /**
   * Whether PostgreSQL refuses the values themselves: SQLSTATE classes 22 (data exception) and 23
   * (integrity constraint violation).
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">error codes</a>
   */
  public static boolean isDataRefused(Throwable failure) {
    return failure instanceof PgException e
        && e.getSqlState() != null
        && (e.getSqlState().startsWith("22") || e.getSqlState().startsWith("23"));
  }
}
