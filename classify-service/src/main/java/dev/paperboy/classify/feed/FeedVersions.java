package dev.paperboy.classify.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a feed came to be as it is. A list's place in a trend changes with no paper's date, so the
 * only true {@code Last-Modified} is when this replica first saw the body. What is forgotten, or
 * was seen by another replica, costs a reader one whole answer.
 */
@ApplicationScoped
class FeedVersions {
  private static final int MOST = 10_000;

  private record Seen(String tag, Instant since) {}

  private final Cache<String, Seen> feeds = Caffeine.newBuilder().maximumSize(MOST).build();
  // The readers' clock, not the business date's.
  private final Clock clock;

  FeedVersions() {
    this(Clock.systemUTC());
  }

  FeedVersions(Clock clock) {
    this.clock = clock;
  }

  /** Since when, in whole seconds, the feed at an address has had the tag. */
  Instant since(String address, String tag) {
    return feeds
        .asMap()
        .compute(
            address,
            (key, seen) ->
                seen != null && seen.tag().equals(tag)
                    ? seen
                    : new Seen(tag, clock.instant().truncatedTo(ChronoUnit.SECONDS)))
        .since();
  }
}
