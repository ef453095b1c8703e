package dev.paperboy.classify.search;

/**
 * A paper that may be another version of a paper, by {@link NearDuplicates}.
 *
 * @param cosine of their vectors, in [-1, 1]
 * @param shared share of their shingles that both have, 0 to 1
 */
public record RelatedVersion(PaperCard paper, double cosine, double shared) {}
