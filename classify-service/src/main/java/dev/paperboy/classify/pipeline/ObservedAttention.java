package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.paperboy.classify.trend.Attention;
import dev.paperboy.events.PaperId;
import java.time.Instant;

/** What classify needs of {@code attention.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ObservedAttention(
    PaperId id,
    String source,
    Instant observedAt,
    Integer votes,
    Integer comments,
    Integer mentions,
    Integer stars,
    Integer citations) {

  ObservedAttention {
    require(id != null, "id is missing");
    require(source != null && source.matches("[a-z0-9-]{1,40}"), "source is «" + source + "»");
    require(observedAt != null, "observedAt is missing");
    for (Integer count : new Integer[] {votes, comments, mentions, stars, citations}) {
      require(count == null || count >= 0, "a count is negative");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  Attention attention() {
    return new Attention(source, observedAt, votes, comments, mentions, stars, citations);
  }
}
