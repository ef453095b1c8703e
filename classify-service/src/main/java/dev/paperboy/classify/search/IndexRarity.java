package dev.paperboy.classify.search;

import dev.paperboy.classify.phrase.WordRarity;
import dev.paperboy.query.PaperDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How rare words are among the papers of the index. So a first run of sixty papers knows little of
 * it, and position, number and title decide.
 */
record IndexRarity(IndexReader index) implements WordRarity {
  @Override
  public double of(String word) {
    try {
      int papersWith =
          Math.max(
              index.docFreq(new Term(PaperDocument.TITLE, word)),
              index.docFreq(new Term(PaperDocument.ABSTRACT, word)));
      return Math.log((2.0 + index.maxDoc()) / (1 + papersWith));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
