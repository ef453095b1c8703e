package dev.paperboy.classify.search;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Some documents of one point-in-time view, by number. */
final class TheseDocuments extends Query {
  private final int[] sorted;

  TheseDocuments(int[] documents) {
    sorted = documents.clone();
    Arrays.sort(sorted);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext segment) {
        int most = segment.reader().maxDoc();
        int from = place(segment.docBase);
        int to = place(segment.docBase + most);
        if (from == to) {
          return null;
        }
        FixedBitSet bits = new FixedBitSet(most);
        for (int i = from; i < to; i++) {
          bits.set(sorted[i] - segment.docBase);
        }
        return ConstantScoreScorerSupplier.fromIterator(
            new BitSetIterator(bits, to - from), score(), scoreMode, most);
      }

      /** Numbers mean other documents in another view. */
      @Override
      public boolean isCacheable(LeafReaderContext segment) {
        return false;
      }
    };
  }

  /** How many of the documents come before a number. */
  private int place(int document) {
    int found = Arrays.binarySearch(sorted, document);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return sorted.length + " documents";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TheseDocuments that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }
}
