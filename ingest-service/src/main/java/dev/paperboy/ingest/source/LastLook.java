package dev.paperboy.ingest.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The checkpoint of what is looked at as a whole, every now and then: when that was done last.
 *
 * @param readAt on the real clock
 */
public record LastLook(Instant readAt) {
  /** The checkpoint after a look that ends now. */
  public static String written(Clock real) {
    return CheckpointFormat.write(new LastLook(real.instant()));
  }

  /**
   * Whether it is time to look again.
   *
   * @param checkpoint as {@link #written} gave it; null before the first look
   * @param every time between two looks
   */
  public static boolean isDue(String checkpoint, Duration every, Clock real) {
    return checkpoint == null
        || !real.instant()
            .isBefore(CheckpointFormat.read(checkpoint, LastLook.class).readAt().plus(every));
  }
}
