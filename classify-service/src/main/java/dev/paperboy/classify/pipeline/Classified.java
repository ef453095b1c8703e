package dev.paperboy.classify.pipeline;

import java.util.Map;

/**
 * A paper's row, newly made.
 *
 * @param announcedSeq version of the announcement that it shows
 * @param textHash of what was encoded
 * @param vector one signed byte per dimension
 * @param body the event's body without seq and vector
 * @param trendParts decay-free contributions by name
 */
record Classified(
    long announcedSeq,
    String textHash,
    byte[] vector,
    ClassifiedBody body,
    Map<String, Double> trendParts) {}
