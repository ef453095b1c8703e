package dev.paperboy.classify.search;

import dev.paperboy.query.PaperDocument;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts a list's papers by topic, archive, source and month, in one pass over numbers: about a
 * tenth of a microsecond for each paper and value.
 */
final class FacetCounts extends SimpleCollector {
  private static final Comparator<Facets.Count> MOST_FIRST =
      Comparator.comparingLong(Facets.Count::papers).reversed().thenComparing(Facets.Count::value);
  private static final Comparator<Facets.Count> LATEST_FIRST =
      Comparator.comparing(Facets.Count::value).reversed();

  private static final int DAYS_UNTIL_2070 = 36_525;

  private final Values topics = new Values(PaperDocument.TOPIC);
  private final Values archives = new Values(PaperDocument.ARCHIVE);
  private final Values sources = new Values(PaperDocument.SOURCE);

  /**
   * Papers by the day of their announcement, counted from 1970; a map would box each of them. A
   * source may write any year, but a month of the year 9999 is no choice to offer.
   */
  private final int[] days = new int[DAYS_UNTIL_2070];

  private NumericDocValues day;

  /** The values of a field; ordinals are counted within a segment, names over all of them. */
  private static final class Values {
    private final String field;
    private final Map<String, Long> counts = new HashMap<>();
    private SortedSetDocValues values;
    private int[] ordinals = {};

    Values(String field) {
      this.field = field;
    }

    void next(LeafReaderContext segment) throws IOException {
      close();
      values = DocValues.getSortedSet(segment.reader(), field);
      ordinals = new int[Math.toIntExact(values.getValueCount())];
    }

    void count(int document) throws IOException {
      if (values.advanceExact(document)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          ordinals[(int) values.nextOrd()]++;
        }
      }
    }

    /** Names what was counted of a segment. */
    void close() throws IOException {
      for (int ord = 0; ord < ordinals.length; ord++) {
        if (ordinals[ord] > 0) {
          counts.merge(values.lookupOrd(ord).utf8ToString(), (long) ordinals[ord], Long::sum);
        }
      }
      ordinals = new int[0];
    }
  }

  private long papers;

  /**
   * What was counted.
   *
   * @param papers how many the list has
   */
  record Counted(Facets facets, long papers) {}

  /**
   * @param atLeast as {@link Facets#atLeast}
   */
  static CollectorManager<FacetCounts, Counted> manager(boolean atLeast) {
    return new CollectorManager<>() {
      @Override
      public FacetCounts newCollector() {
        return new FacetCounts();
      }

      @Override
      public Counted reduce(Collection<FacetCounts> collectors) {
        Map<String, Long> topics = new HashMap<>();
        Map<String, Long> archives = new HashMap<>();
        Map<String, Long> sources = new HashMap<>();
        Map<String, Long> months = new HashMap<>();
        for (FacetCounts one : collectors) {
          one.topics.counts.forEach((value, papers) -> topics.merge(value, papers, Long::sum));
          one.archives.counts.forEach((value, papers) -> archives.merge(value, papers, Long::sum));
          one.sources.counts.forEach((value, papers) -> sources.merge(value, papers, Long::sum));
          for (int day = 0; day < one.days.length; day++) {
            if (one.days[day] > 0) {
              months.merge(month(day), (long) one.days[day], Long::sum);
            }
          }
        }
        return new Counted(
            new Facets(
                first(topics, MOST_FIRST),
                first(archives, MOST_FIRST),
                first(sources, MOST_FIRST),
                first(months, LATEST_FIRST),
                atLeast),
            collectors.stream().mapToLong(one -> one.papers).sum());
      }
    };
  }

  private static String month(long day) {
    return YearMonth.from(LocalDate.ofEpochDay(day)).toString();
  }

  private static List<Facets.Count> first(
      Map<String, Long> counts, Comparator<Facets.Count> order) {
    return counts.entrySet().stream()
        .map(entry -> new Facets.Count(entry.getKey(), entry.getValue()))
        .sorted(order)
        .limit(Facets.MOST)
        .toList();
  }

  @Override
  protected void doSetNextReader(LeafReaderContext segment) throws IOException {
    topics.next(segment);
    archives.next(segment);
    sources.next(segment);
    day = DocValues.getNumeric(segment.reader(), PaperDocument.ANNOUNCED_DAY);
  }

  @Override
  public void collect(int document) throws IOException {
    papers++;
    topics.count(document);
    archives.count(document);
    sources.count(document);
    if (day.advanceExact(document)) {
      long its = day.longValue();
      if (its >= 0 && its < days.length) {
        days[(int) its]++;
      }
    }
  }

  @Override
  public void finish() throws IOException {
    topics.close();
    archives.close();
    sources.close();
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
