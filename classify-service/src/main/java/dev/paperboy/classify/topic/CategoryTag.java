package dev.paperboy.classify.topic;

/**
 * An arXiv category that a paper was not given but may belong to, as {@code papers.classified.v1}
 * carries it.
 *
 * @param category such as cs.LG
 * @param confidence in [0, 1]: how likely a paper like this is of it, before it is known that it
 *     was not given
 * @param evidence in words
 */
public record CategoryTag(String category, double confidence, String evidence) {}
