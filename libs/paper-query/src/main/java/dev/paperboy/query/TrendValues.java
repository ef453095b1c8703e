package dev.paperboy.query;

import dev.paperboy.events.TrendScore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** The trend score of papers on one business date, from their doc values. */
final class TrendValues extends DoubleValuesSource {
  private final LocalDate today;

  TrendValues(LocalDate today) {
    this.today = Objects.requireNonNull(today, "today");
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    NumericDocValues parts = DocValues.getNumeric(leaf.reader(), PaperDocument.TREND_PARTS);
    NumericDocValues days = DocValues.getNumeric(leaf.reader(), PaperDocument.ANNOUNCED_DAY);
    // Few days, many papers: counting announcement days is most of the work.
    Map<Long, Double> decays = new HashMap<>();
    return new DoubleValues() {
      @Override
      public double doubleValue() throws IOException {
        double decay = decays.computeIfAbsent(days.longValue(), TrendValues.this::decay);
        return decay * Double.longBitsToDouble(parts.longValue());
      }

      @Override
      public boolean advanceExact(int document) throws IOException {
        return parts.advanceExact(document) && days.advanceExact(document);
      }
    };
  }

  private double decay(long announcedDay) {
    return TrendScore.at(1, LocalDate.ofEpochDay(announcedDay), today);
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  /** False once a segment's trend was updated in place. */
  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return DocValues.isCacheable(leaf, PaperDocument.TREND_PARTS, PaperDocument.ANNOUNCED_DAY);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrendValues that && today.equals(that.today);
  }

  @Override
  public int hashCode() {
    return today.hashCode();
  }

  @Override
  public String toString() {
    return "trend(" + today + ")";
  }
}
