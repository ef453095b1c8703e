package dev.paperboy.classify.search;

/**
 * A paper like another.
 *
 * @param likeness cosine of their vectors, in [-1, 1]
 */
public record SimilarPaper(PaperCard paper, double likeness) {}
