package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.Map;

/** What notify needs of {@code papers.trend.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PaperTrend(PaperId id, long seq, LocalDate announced, Map<String, Double> parts) {
  PaperTrend {
    Required.that(id != null, "id");
    Required.that(seq > 0, "seq");
    Required.that(announced != null, "announced");
    Required.that(parts != null && !parts.containsValue(null), "parts");
  }
}
