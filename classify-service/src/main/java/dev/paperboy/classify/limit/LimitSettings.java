package dev.paperboy.classify.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Requests a minute that one client (IPv4 address or IPv6 /64) may make, and may make at once. */
@ConfigMapping(prefix = "paperboy.limits")
interface LimitSettings {
  /** Pages that search, and lists without end: search, topics, authors, feeds, site maps. */
  @WithDefault("120")
  long searchPerMinute();

  /** Everything under {@code /api}. */
  @WithDefault("240")
  long apiPerMinute();

  /** The front page and papers, which ask the index for a little. */
  @WithDefault("300")
  long papersPerMinute();

  /** All other pages, static files not counted. */
  @WithDefault("600")
  long pagesPerMinute();

  /**
   * Requests of all clients that are worked at or wait; more are sent away at once rather than kept
   * waiting. A second's work of two cores.
   */
  @WithDefault("200")
  int atOnce();
}
