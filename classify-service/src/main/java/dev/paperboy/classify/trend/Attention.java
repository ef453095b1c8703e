package dev.paperboy.classify.trend;

import java.time.Instant;

/**
 * What a place last said of a paper: counts as they stood then.
 *
 * @param source where it was observed, such as {@code hf-daily}
 * @param votes null where the place counts none, as with the others
 * @param mentions discussions elsewhere that link to the paper
 * @param stars of its repository
 */
public record Attention(
    String source,
    Instant observedAt,
    Integer votes,
    Integer comments,
    Integer mentions,
    Integer stars,
    Integer citations) {}
