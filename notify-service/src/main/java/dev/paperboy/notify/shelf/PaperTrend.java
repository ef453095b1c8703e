package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.Map;

/** What notify needs of {@code papers.trend.v1}: contributions by name, free of decay. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PaperTrend(PaperId id, long seq, LocalDate announced, Map<String, Double> parts)
    implements Event {
  /**
   * @throws IllegalArgumentException naming what is missing
   */
  PaperTrend {
    Event.require(id != null, "id");
    Event.require(seq > 0, "seq");
    Event.requireDate(announced, "announced");
    Event.require(parts != null && Event.whole(parts.values()), "parts");
    Event.require(parts.values().stream().allMatch(Double::isFinite), "a finite part");
  }

  @Override
  public String key() {
    return id.toString();
  }
}
