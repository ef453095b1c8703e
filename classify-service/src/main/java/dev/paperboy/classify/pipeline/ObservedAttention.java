package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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
    Integer citations,
    String url,
    String repository) {
  private static final int LONGEST_ADDRESS = 2_000;

  ObservedAttention {
    require(id != null, "id is missing");
    require(source != null && source.matches("[a-z0-9-]{1,40}"), "source is «" + source + "»");
    require(observedAt != null, "observedAt is missing");
    for (Integer count : new Integer[] {votes, comments, mentions, stars, citations}) {
      require(count == null || count >= 0, "a count is negative");
    }
    url = address(url);
    repository = address(repository);
  }

  /** Readers will be led there, so that what is no web address is none. */
  private static String address(String written) {
    return written != null
            && written.length() <= LONGEST_ADDRESS
            && written.matches("https?://[^\\s\"<>\\p{Cntrl}]+")
        ? written
        : null;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
