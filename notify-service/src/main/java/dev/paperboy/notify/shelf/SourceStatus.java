package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What notify needs of {@code sources.v1}.
 *
 * @param verdict starting, fresh, quiet, late, partial or down
 * @param detail one sentence that a reader can be shown
 * @param witness whether it only confirms what another source brings; not told: false
 * @param days announcement dates with papers, newest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceStatus(
    String source, long seq, String verdict, String detail, boolean witness, List<Day> days)
    implements Event {
  private static final Set<String> STALE = Set.of("late", "partial", "down");

  /**
   * One announcement date of a source.
   *
   * @param announced distinct papers first announced on it
   * @param complete whether the source has been read to its end
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Day(LocalDate date, long announced, boolean complete) {
    public Day {
      Event.requireDate(date, "days.date");
    }
  }

  /**
   * @throws IllegalArgumentException naming what is missing
   */
  public SourceStatus {
    Event.require(source != null && !source.isBlank(), "source");
    Event.require(seq > 0, "seq");
    Event.require(verdict != null, "verdict");
    Event.require(detail != null, "detail");
    Event.require(Event.whole(days), "days");
  }

  @Override
  public String key() {
    return source;
  }

  /** Whether papers are missing because of it. */
  public boolean stale() {
    return !witness && STALE.contains(verdict);
  }

  /** Whether papers may come that are worth waiting for, since it has not looked yet. */
  public boolean starting() {
    return !witness && verdict.equals("starting");
  }
}
