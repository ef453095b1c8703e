package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * When readers whose digest could not be made are tried again: after a minute, and after twice as
 * long each further time, up to an hour. For one replica, and forgotten with it.
 */
final class SecondTries {
  private static final int REMEMBERED = 10_000;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Clock clock;
  private final Recent<UUID, Rest> rests = new Recent<>(REMEMBERED);

  private record Rest(Instant until, Duration length) {}

  /**
   * @param clock real time
   */
  SecondTries(Clock clock) {
    this.clock = clock;
  }

  /** Whether a reader's digest may be made now. */
  boolean isTurnOf(UUID reader) {
    Rest rest = rests.get(reader);
    return rest == null || !clock.instant().isBefore(rest.until());
  }

  /** Another try has failed. */
  void failed(UUID reader) {
    Rest before = rests.get(reader);
    Duration length = before == null ? FIRST : before.length().multipliedBy(2);
    Duration rest = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    rests.put(reader, new Rest(clock.instant().plus(rest), rest));
  }
}
