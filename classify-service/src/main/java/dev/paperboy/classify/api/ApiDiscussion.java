package dev.paperboy.classify.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.trend.Attention;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a place last said of a paper. */
@Schema(name = "Discussion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiDiscussion(
    @Schema(examples = "hf-daily") String place,
    @Schema(description = "where people discuss it") String url,
    Instant observedAt,
    Integer votes,
    Integer comments,
    @Schema(description = "stories that link to it") Integer mentions,
    @Schema(description = "of its repository") Integer stars,
    Integer citations) {
  static ApiDiscussion of(Discussion discussion) {
    Attention seen = discussion.attention();
    return new ApiDiscussion(
        seen.source(),
        discussion.url(),
        seen.observedAt(),
        seen.votes(),
        seen.comments(),
        seen.mentions(),
        seen.stars(),
        seen.citations());
  }
}
