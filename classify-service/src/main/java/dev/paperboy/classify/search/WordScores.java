package dev.paperboy.classify.search;

import dev.paperboy.query.PaperQuery;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * What a query's words come to in some documents, in one pass over the words: a Lucene query for
 * the score and another one for the number of words would read everything twice.
 */
final class WordScores {
  private final int[] documents;
  private final float[] scores;
  private final int[] words;

  private WordScores(int[] sorted) {
    documents = sorted;
    scores = new float[sorted.length];
    words = new int[sorted.length];
  }

  /**
   * Looks the documents up.
   *
   * @param said words, each of which adds its BM25
   * @param inARow adds its score where they follow each other
   * @param sorted numbers of documents in the searcher's view, ascending
   */
  static WordScores of(IndexSearcher searcher, List<String> said, List<String> inARow, int[] sorted)
      throws IOException {
    WordScores scores = new WordScores(sorted);
    for (String word : said) {
      scores.add(searcher, PaperQuery.anyOf(List.of(word)), 1);
    }
    scores.add(searcher, PaperQuery.phrase(inARow), 0);
    return scores;
  }

  /** Sum of the scores of its words and of their row; 0 where it has none of them. */
  float score(int place) {
    return scores[place];
  }

  /** How many of the words it has. */
  int words(int place) {
    return words[place];
  }

  private void add(IndexSearcher searcher, Query query, int counted) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    int place = 0;
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      int end = segment.docBase + segment.reader().maxDoc();
      int first = place;
      while (place < documents.length && documents[place] < end) {
        place++;
      }
      Scorer scorer = first == place ? null : weight.scorer(segment);
      if (scorer != null) {
        add(scorer, segment.docBase, first, place, counted);
      }
    }
  }

  private void add(Scorer scorer, int base, int first, int end, int counted) throws IOException {
    TwoPhaseIterator inTwo = scorer.twoPhaseIterator();
    DocIdSetIterator one = inTwo == null ? scorer.iterator() : inTwo.approximation();
    for (int place = first; place < end; place++) {
      int document = documents[place] - base;
      int at = one.docID() < document ? one.advance(document) : one.docID();
      if (at == document && (inTwo == null || inTwo.matches())) {
        scores[place] += scorer.score();
        words[place] += counted;
      }
    }
  }
}
