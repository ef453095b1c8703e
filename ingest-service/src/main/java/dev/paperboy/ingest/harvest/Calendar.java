package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.AnnouncementCalendar;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** arXiv's calendar, with the holidays that were set. */
class Calendar {
  @Produces
  @Singleton
  AnnouncementCalendar calendar(IngestConfig config) {
    return config
        .arxiv()
        .holidays()
        .map(AnnouncementCalendar::new)
        .orElseGet(AnnouncementCalendar::published);
  }
}
