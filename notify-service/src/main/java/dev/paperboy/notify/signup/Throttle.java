package dev.paperboy.notify.signup;

import dev.paperboy.notify.token.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts sign-ups, previews and link requests by network, by address and in all, in windows of real
 * time that all replicas share.
 */
@ApplicationScoped
class Throttle {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Pool pool;
  private final Tokens tokens;
  private final int perNetwork;
  private final int inAll;
  private final int linksPerAddress;
  private final int previewsPerNetwork;
  private final int previewsInAll;
  private final Clock clock = Clock.systemUTC();

  Throttle(
      Pool pool,
      Tokens tokens,
      @ConfigProperty(name = "paperboy.signup.per-network-and-hour", defaultValue = "20")
          int perNetwork,
      @ConfigProperty(name = "paperboy.signup.per-hour", defaultValue = "1000") int inAll,
      @ConfigProperty(name = "paperboy.signup.links-per-address-and-day", defaultValue = "5")
          int linksPerAddress,
      @ConfigProperty(name = "paperboy.preview.per-network-and-hour", defaultValue = "60")
          int previewsPerNetwork,
      @ConfigProperty(name = "paperboy.preview.per-hour", defaultValue = "2000")
          int previewsInAll) {
    this.pool = pool;
    this.tokens = tokens;
    this.perNetwork = perNetwork;
    this.inAll = inAll;
    this.linksPerAddress = linksPerAddress;
    this.previewsPerNetwork = previewsPerNetwork;
    this.previewsInAll = previewsInAll;
  }

  /** Counts a form sent from there; false where it is one too many. */
  Uni<Boolean> admits(Caller caller) {
    return admits("", caller, perNetwork, inAll);
  }

  private Uni<Boolean> admits(String what, Caller caller, int mostOfNetwork, int mostInAll) {
    return tries(what + "network " + caller.network(), HOUR)
        .flatMap(
            tries ->
                tries > mostOfNetwork
                    ? Uni.createFrom().item(false)
                    : tries(what + "all", HOUR).map(all -> all <= mostInAll));
  }

  /** Counts a preview asked for from there; false where it is one too many. */
  Uni<Boolean> admitsPreview(Caller caller) {
    return admits("preview ", caller, previewsPerNetwork, previewsInAll);
  }

  /** Counts a preferences link asked for; false where the address had enough of them today. */
  Uni<Boolean> admitsLink(String addressKey) {
    return tries("link " + addressKey, DAY).map(tries -> tries <= linksPerAddress);
  }

  /**
   * Counts a link that somebody who left asked for, beside {@link #admitsLink}; false from the
   * second of a day: whoever wants no mails shall not get more of them by a stranger's hand.
   */
  Uni<Boolean> admitsAccountLink(String addressKey) {
    return tries("account " + addressKey, DAY).map(tries -> tries <= 1);
  }

  /** Counts a reader's wish for another address; false where there were enough of them today. */
  Uni<Boolean> admitsChange(UUID reader) {
    return tries("change of " + reader, DAY).map(tries -> tries <= linksPerAddress);
  }

  /** Counts a mail that asks an address whether digests may go there; false from a day's second. */
  Uni<Boolean> admitsChangeTo(String addressKey) {
    return tries("change to " + addressKey, DAY).map(tries -> tries <= 1);
  }

  /** Forgets windows that are over. */
  Uni<Void> forget() {
    return pool.preparedQuery("delete from signup_throttle where starts < $1")
        .execute(Tuple.of(clock.instant().minus(DAY).minus(DAY).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private Uni<Integer> tries(String bucket, Duration window) {
    return pool.preparedQuery(
            """
            insert into signup_throttle (bucket, starts, tries) values ($1, $2, 1)
            on conflict (bucket, starts) do update set tries = signup_throttle.tries + 1
            returning tries
            """)
        .execute(
            Tuple.of(tokens.hash(bucket), starts(clock.instant(), window).atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** The beginning of the window that an instant lies in. */
  static Instant starts(Instant now, Duration window) {
    long length = window.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
  }
}
