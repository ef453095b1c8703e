package dev.paperboy.ingest.biorxiv;

import dev.paperboy.ingest.source.CheckpointFormat;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How far an archive has been read, by days of posting.
 *
 * @param from first day of the list being read, or of the next one
 * @param until last day of the list being read; null between lists
 * @param cursor records of that list that are behind us
 * @param first the first day that was ever asked for
 * @param readAt when a list was last read to its end, on the real clock; null before
 */
record DetailsCheckpoint(
    LocalDate from, LocalDate until, int cursor, LocalDate first, Instant readAt) {

  static DetailsCheckpoint parse(String text) {
    return CheckpointFormat.read(text, DetailsCheckpoint.class);
  }

  String written() {
    return CheckpointFormat.write(this);
  }

  DetailsCheckpoint reading(LocalDate today) {
    return new DetailsCheckpoint(from, today, 0, first, readAt);
  }

  DetailsCheckpoint at(int next) {
    return new DetailsCheckpoint(from, until, next, first, readAt);
  }

  /** Behind the list. The day before its last is asked for again: days fill up until their end. */
  DetailsCheckpoint done(Instant now) {
    LocalDate again = until.minusDays(1);
    return new DetailsCheckpoint(again.isBefore(from) ? from : again, null, 0, first, now);
  }
}
