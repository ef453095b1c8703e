package dev.paperboy.classify.pipeline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A paper's rows as they are published.
 *
 * @param seq the paper's row version
 * @param body JSON of {@code papers.classified.v1} without seq and vector
 * @param trendSeq the trend's row version
 * @param parts JSON object of the trend's parts
 */
record PublishedPaper(
    String id,
    long seq,
    String encoder,
    byte[] vector,
    String body,
    long trendSeq,
    String field,
    LocalDate announced,
    Instant asOf,
    String parts) {}
