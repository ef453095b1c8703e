package dev.paperboy.classify.search;

/**
 * What a text means that somebody searches for.
 *
 * @param threshold the cosine from which a paper is about it
 */
public record QueryVector(IndexedVector vector, double threshold) {}
