package dev.paperboy.classify.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** How often each client may ask: so many requests a minute, as many at once. */
final class RequestLimiter {
  private static final int MOST_CLIENTS = 100_000;
  private static final Duration REFILL = Duration.ofMinutes(1);
  private static final int NETWORK_BYTES = 8;

  private final long perMinute;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  RequestLimiter(long perMinute, TimeMeter time) {
    this.perMinute = perMinute;
    this.time = time;
    // A bucket that has not been asked for so long is full, and as good as a new one.
    buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(REFILL.multipliedBy(2))
            .build();
  }

  /**
   * Takes a request of a client.
   *
   * @param address IP address as text
   * @return whole seconds to wait before the next try; 0 where it may go on
   */
  long secondsToWait(String address) {
    Bucket bucket = buckets.get(network(address), key -> bucket());
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Math.ceilDiv(probe.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILL))
        .withCustomTimePrecision(time)
        .build();
  }

  /** An IPv4 address, or the /64 of an IPv6 one, which is the least that a subscriber is given. */
  static String network(String address) {
    try {
      InetAddress ip = InetAddress.ofLiteral(address);
      return ip instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES))
          : ip.getHostAddress();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
