package dev.paperboy.classify.search;

/**
 * A paper that a query may have meant.
 *
 * @param document in the index as it is searched
 * @param words score of the query's words by BM25; 0 where it has none
 * @param cosine of its vector and the query's, in [-1, 1]; -1 where it has no vector
 * @param attention sum of the parts of its trend, which does not age; 0 where unknown
 */
public record Candidate(int document, double words, double cosine, double attention) {
  Candidate with(double otherCosine) {
    return new Candidate(document, words, otherCosine, attention);
  }
}
