package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperboy.events.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a place said of a paper at a time: the body of {@code attention.v1};
 * contracts/attention/v1.schema.json tells each field. What the place doesn't count is null.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Observation(
    PaperId id,
    String source,
    Instant observedAt,
    LocalDate listed,
    Integer votes,
    Integer comments,
    Integer mentions,
    Integer stars,
    Integer citations,
    String repository,
    List<String> keywords,
    String url) {

  /** Of a repository's stars. */
  static Observation stars(PaperId id, Instant at, int stars, String repository) {
    return new Observation(
        id, "github", at, null, null, null, null, stars, null, repository, List.of(), null);
  }

  /** Of citations. */
  static Observation citations(PaperId id, Instant at, int citations) {
    return new Observation(
        id, "openalex", at, null, null, null, null, null, citations, null, List.of(), null);
  }
}
