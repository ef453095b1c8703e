package dev.paperboy.classify.search;

import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.events.PaperId;
import dev.paperboy.query.PaperDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** What was announced when, and how much of it, by this replica's index. */
@ApplicationScoped
public class Announcements {
  private final PaperIndex index;
  private final Taxonomy taxonomy;
  private final Clock clock;

  /** Over an index. */
  public Announcements(PaperIndex index, Taxonomy taxonomy, Clock clock) {
    this.index = index;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  /**
   * Papers by announcement date, only days that have some.
   *
   * @param topic id of a topic; null counts all papers
   */
  public SortedMap<LocalDate, Long> byDay(String topic, LocalDate first, LocalDate last) {
    BooleanQuery.Builder papers =
        new BooleanQuery.Builder()
            .add(between(first, last), Occur.FILTER)
            .add(PaperIndex.PAPERS, Occur.FILTER);
    if (topic != null) {
      papers.add(about(topic), Occur.FILTER);
    }
    return index.reading(searcher -> searcher.search(papers.build(), DayCounts.manager()));
  }

  /**
   * The papers announced from one day to another, at most so many, each with the day of its latest
   * change.
   */
  public Map<PaperId, LocalDate> changed(LocalDate first, LocalDate last, int most) {
    Query papers =
        new BooleanQuery.Builder()
            .add(between(first, last), Occur.FILTER)
            .add(PaperIndex.PAPERS, Occur.FILTER)
            .build();
    return index.reading(
        searcher -> {
          StoredFields fields = searcher.storedFields();
          Map<PaperId, LocalDate> changed = new LinkedHashMap<>();
          for (ScoreDoc one : searcher.search(papers, most).scoreDocs) {
            IndexedPaper paper = index.read(searcher, fields, one.doc).paper();
            changed.put(paper.id(), paper.updated() == null ? paper.announced() : paper.updated());
          }
          return changed;
        });
  }

  /** How many papers of each topic were announced from one day to another; topics with none too. */
  public Map<String, Integer> byTopic(LocalDate first, LocalDate last) {
    return index.reading(
        searcher -> {
          Map<String, Integer> found = new HashMap<>();
          Weight days =
              searcher.createWeight(
                  searcher.rewrite(between(first, last)), ScoreMode.COMPLETE_NO_SCORES, 1);
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            count(leaf.reader(), papersOf(days, leaf), found);
          }
          Map<String, Integer> counts = new HashMap<>();
          for (Topic topic : taxonomy.topics()) {
            counts.put(topic.id(), found.getOrDefault(PaperDocument.slug(topic.id()), 0));
          }
          return counts;
        });
  }

  private static FixedBitSet papersOf(Weight days, LeafReaderContext leaf) throws IOException {
    FixedBitSet papers = new FixedBitSet(leaf.reader().maxDoc());
    Scorer scorer = days.scorer(leaf);
    if (scorer != null) {
      papers.or(scorer.iterator());
      Bits live = leaf.reader().getLiveDocs();
      for (int d = 0; live != null && d < papers.length(); d++) {
        if (!live.get(d)) {
          papers.clear(d);
        }
      }
    }
    return papers;
  }

  /** One way through the topics' lists of papers, rather than a search for each topic. */
  private static void count(LeafReader reader, FixedBitSet papers, Map<String, Integer> counts)
      throws IOException {
    Terms terms = reader.terms(PaperDocument.TOPIC);
    if (terms == null || papers.cardinality() == 0) {
      return;
    }
    TermsEnum topics = terms.iterator();
    PostingsEnum list = null;
    for (BytesRef topic = topics.next(); topic != null; topic = topics.next()) {
      list = topics.postings(list, PostingsEnum.NONE);
      int count = 0;
      for (int d = list.nextDoc(); d != PostingsEnum.NO_MORE_DOCS; d = list.nextDoc()) {
        count += papers.get(d) ? 1 : 0;
      }
      counts.merge(topic.utf8ToString(), count, Integer::sum);
    }
  }

  /** The same for the month that ends with the latest announcement. */
  public Map<String, Integer> byTopicOfTheMonth() {
    LocalDate last = lastDay();
    return byTopic(TrendWindow.MONTH.first(last), last);
  }

  /** The latest announcement date that has papers, or today where there is none. */
  public LocalDate lastDay() {
    LocalDate latest = latest();
    return latest == null ? LocalDate.now(clock) : latest;
  }

  /** When the latest of what is found was written to the topics; the same on all replicas. */
  public Instant changed() {
    return index.changed();
  }

  /** Another number whenever something else may be found; only of this replica. */
  public long version() {
    return index.version();
  }

  private static Query about(String topic) {
    return new TermQuery(new Term(PaperDocument.TOPIC, PaperDocument.slug(topic)));
  }

  /** The latest announcement date up to today that has papers; null where there is none. */
  public LocalDate latest() {
    return index.reading(
        searcher -> {
          Sort latestFirst =
              new Sort(new SortField(PaperDocument.ANNOUNCED_DAY, SortField.Type.LONG, true));
          TopDocs latest =
              searcher.search(between(LocalDate.EPOCH, LocalDate.now(clock)), 1, latestFirst);
          return latest.scoreDocs.length == 0
              ? null
              : index
                  .read(searcher, searcher.storedFields(), latest.scoreDocs[0].doc)
                  .paper()
                  .announced();
        });
  }

  /** Fields that have papers, most papers first. */
  public List<String> fields() {
    return index.reading(
        searcher -> {
          Map<String, Integer> papers = new HashMap<>();
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(PaperIndex.FIELD);
            if (terms != null) {
              TermsEnum each = terms.iterator();
              while (each.next() != null) {
                papers.merge(each.term().utf8ToString(), each.docFreq(), Integer::sum);
              }
            }
          }
          return papers.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .toList();
        });
  }

  /** Papers announced from one day to another, both included. */
  static Query between(LocalDate first, LocalDate last) {
    return LongPoint.newRangeQuery(
        PaperDocument.ANNOUNCED_DAY, first.toEpochDay(), last.toEpochDay());
  }
}
