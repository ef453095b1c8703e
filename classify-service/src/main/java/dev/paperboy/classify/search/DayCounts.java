package dev.paperboy.classify.search;

import dev.paperboy.query.PaperDocument;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts papers by announcement date. */
final class DayCounts extends SimpleCollector {
  private final SortedMap<LocalDate, Long> counts = new TreeMap<>();
  private NumericDocValues days;

  /** Counts on as many threads as the searcher likes. */
  static CollectorManager<DayCounts, SortedMap<LocalDate, Long>> manager() {
    return new CollectorManager<>() {
      @Override
      public DayCounts newCollector() {
        return new DayCounts();
      }

      @Override
      public SortedMap<LocalDate, Long> reduce(Collection<DayCounts> collectors) {
        SortedMap<LocalDate, Long> all = new TreeMap<>();
        collectors.forEach(
            one -> one.counts.forEach((day, papers) -> all.merge(day, papers, Long::sum)));
        return all;
      }
    };
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    days = DocValues.getNumeric(context.reader(), PaperDocument.ANNOUNCED_DAY);
  }

  @Override
  public void collect(int document) throws IOException {
    if (days.advanceExact(document)) {
      counts.merge(LocalDate.ofEpochDay(days.longValue()), 1L, Long::sum);
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
