package dev.paperboy.classify.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.paperboy.events.PaperId;
import java.util.Map;

/** What the index keeps of {@code papers.trend.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedTrend(PaperId id, long seq, Map<String, Double> parts) {
  public IndexedTrend {
    parts = Map.copyOf(parts);
  }

  double sum() {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
