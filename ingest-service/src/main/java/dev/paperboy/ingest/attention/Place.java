package dev.paperboy.ingest.attention;

import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.source.LastLook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * A place that shows its latest papers to whoever looks, and when to look.
 *
 * @param every time between two looks
 * @param business the business clock: which days are of interest
 * @param real the real clock: when to look again
 */
public record Place(PoliteClient http, URI server, Duration every, Clock business, Clock real) {
  boolean isDue(String checkpoint, boolean now) {
    return now || LastLook.isDue(checkpoint, every, real);
  }
}
