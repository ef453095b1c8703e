package dev.paperboy.ingest.harvest;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings of ingest, without an application. */
final class Settings {
  private static final int PRIORITY = 200;

  private Settings() {}

  /** Those, and else the defaults. */
  static IngestConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(IngestConfig.class)
        .withDefaultValues(settings)
        // Quarkus adds it to applications: 30m is no ISO 8601.
        .withConverter(Duration.class, PRIORITY, new DurationConverter())
        .build()
        .getConfigMapping(IngestConfig.class);
  }
}
