package dev.paperboy.ingest.arxiv;

import dev.paperboy.ingest.source.CheckpointFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What arXiv's listing last showed.
 *
 * @param readAt when it was read to its end, on the real clock
 * @param day the announcement date that it was of; null where it didn't say
 * @param announced how many new papers it had, by primary category
 * @param cut groups whose listing may have been cut off at arXiv's limit
 */
record ListingCheckpoint(
    Instant readAt, LocalDate day, Map<String, Integer> announced, List<String> cut) {

  /** Null where nothing was read yet. */
  static ListingCheckpoint parse(String text) {
    return text == null ? null : CheckpointFormat.read(text, ListingCheckpoint.class);
  }

  String written() {
    return CheckpointFormat.write(this);
  }
}
