package dev.paperboy.classify.topic;

/**
 * An arXiv category that a paper was not given but may belong to, as {@code papers.classified.v1}
 * carries it.
 *
 * @param category such as cs.LG
 * @param confidence how likely, in [0, 1]
 * @param evidence in words
 */
public record CategoryTag(String category, double confidence, String evidence) {}
