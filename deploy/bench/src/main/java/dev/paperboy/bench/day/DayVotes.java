package dev.paperboy.bench.day;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.classify.trend.Attention;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What readers of a daily list had said of papers by a moment. */
final class DayVotes {
  private static final String SOURCE = "hf-daily";

  private DayVotes() {}

  /**
   * The latest of each paper, by id.
   *
   * @param ids of the papers asked about
   * @param until what was seen later is not known yet
   * @return empty where nobody looked by then, or there are no lists in the data
   */
  static Map<String, Attention> read(DataDirectory data, Set<String> ids, Instant until)
      throws IOException {
    Map<String, Attention> latest = new HashMap<>();
    if (Files.isReadable(data.listed())) {
      data.read(
          data.listed(),
          paper -> {
            Attention seen = ids.contains(paper.id()) ? seen(paper.line(), until) : null;
            if (seen != null) {
              latest.merge(
                  paper.id(),
                  seen,
                  (one, other) -> one.observedAt().isAfter(other.observedAt()) ? one : other);
            }
          });
    }
    return latest;
  }

  /** Null where there was no look by then. */
  static Attention seen(JsonNode line, Instant until) {
    Attention latest = null;
    for (JsonNode look : line.path("observations")) {
      Instant at = OffsetDateTime.parse(look.path(0).asText()).toInstant();
      if (!at.isAfter(until) && (latest == null || at.isAfter(latest.observedAt()))) {
        latest =
            new Attention(SOURCE, at, count(look, 1), count(look, 2), null, count(look, 3), null);
      }
    }
    // Votes alone were looked at more often than the rest.
    for (JsonNode look : line.path("votes_series")) {
      Instant at = OffsetDateTime.parse(look.path(0).asText()).toInstant();
      if (!at.isAfter(until) && (latest == null || at.isAfter(latest.observedAt()))) {
        latest =
            new Attention(
                SOURCE,
                at,
                count(look, 1),
                latest == null ? null : latest.comments(),
                null,
                latest == null ? null : latest.stars(),
                null);
      }
    }
    return latest;
  }

  private static Integer count(JsonNode look, int index) {
    return look.path(index).isInt() ? (Integer) look.path(index).asInt() : null;
  }
}
