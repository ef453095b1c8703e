package dev.paperboy.query;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Papers whose trend score is above a threshold. Looks at the doc values of each candidate. */
final class TrendQuery extends Query {
  /** Reading two doc values and a cached decay, in units of a simple comparison. */
  private static final float COST = 10;

  private final TrendValues scores;
  private final double threshold;
  private final boolean orEqual;

  TrendQuery(TrendValues scores, double threshold, boolean orEqual) {
    this.scores = scores;
    this.threshold = threshold;
    this.orEqual = orEqual;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        DoubleValues values = scores.getValues(leaf, null);
        DocIdSetIterator all = DocIdSetIterator.all(leaf.reader().maxDoc());
        TwoPhaseIterator above =
            new TwoPhaseIterator(all) {
              @Override
              public boolean matches() throws IOException {
                return isAbove(
                    values.advanceExact(approximation.docID()) ? values.doubleValue() : 0);
              }

              @Override
              public float matchCost() {
                return COST;
              }
            };
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, above));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return scores.isCacheable(leaf);
      }
    };
  }

  private boolean isAbove(double score) {
    return orEqual ? score >= threshold : score > threshold;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && scores.equals(((TrendQuery) other).scores)
        && threshold == ((TrendQuery) other).threshold
        && orEqual == ((TrendQuery) other).orEqual;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), scores, threshold, orEqual);
  }

  @Override
  public String toString(String field) {
    return scores + (orEqual ? ">=" : ">") + threshold;
  }
}
