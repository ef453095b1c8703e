package dev.paperboy.classify.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Requests a minute that one client (IPv4 address or IPv6 /64) may make, and may make at once. */
@ConfigMapping(prefix = "paperboy.limits")
interface LimitSettings {
  /** Pages that ask the index: search, topics, authors, feeds. */
  @WithDefault("120")
  long searchPerMinute();

  /** Everything under {@code /api}. */
  @WithDefault("240")
  long apiPerMinute();

  /** All other pages, static files not counted. */
  @WithDefault("600")
  long pagesPerMinute();
}
