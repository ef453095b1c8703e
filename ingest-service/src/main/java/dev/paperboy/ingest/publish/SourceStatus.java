package dev.paperboy.ingest.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The body of {@code sources.v1}; contracts/sources/v1.schema.json tells each field. */
public record SourceStatus(
    String source,
    long seq,
    Instant asOf,
    String verdict,
    String detail,
    boolean witness,
    List<Day> days) {

  /**
   * How many papers a source first announced on a date, and whether it was read to that date's end.
   */
  public record Day(LocalDate date, long announced, boolean complete) {}
}
