package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What notify needs of {@code sources.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SourceStatus(
    String source, long seq, Instant asOf, String verdict, String detail, List<Day> days) {
  SourceStatus {
    Required.that(source != null, "source");
    Required.that(seq > 0, "seq");
    Required.that(asOf != null, "asOf");
    Required.that(verdict != null, "verdict");
    Required.that(detail != null, "detail");
    Required.that(days != null && !days.contains(null), "days");
  }

  /** An announcement date: how many papers the source first announced, and whether that is all. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Day(LocalDate date, long announced, boolean complete) {}
}
