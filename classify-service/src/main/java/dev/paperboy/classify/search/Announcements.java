package dev.paperboy.classify.search;

import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.events.PaperId;
import dev.paperboy.query.PaperDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** What was announced when, and how much of it, by this replica's index. */
@ApplicationScoped
public class Announcements {
  private static final Set<String> ID_ONLY = Set.of(PaperDocument.ID);

  private final PaperIndex index;
  private final Taxonomy taxonomy;
  private final Clock clock;

  Announcements(PaperIndex index, Taxonomy taxonomy, Clock clock) {
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

  /** Ids of the papers announced from one day to another, at most so many. */
  public List<PaperId> ids(LocalDate first, LocalDate last, int most) {
    Query papers =
        new BooleanQuery.Builder()
            .add(between(first, last), Occur.FILTER)
            .add(PaperIndex.PAPERS, Occur.FILTER)
            .build();
    return index.reading(
        searcher -> {
          StoredFields fields = searcher.storedFields();
          List<PaperId> ids = new ArrayList<>();
          for (ScoreDoc one : searcher.search(papers, most).scoreDocs) {
            ids.add(PaperId.parse(fields.document(one.doc, ID_ONLY).get(PaperDocument.ID)));
          }
          return ids;
        });
  }

  /** How many papers of each topic were announced from one day to another; topics with none too. */
  public Map<String, Integer> byTopic(LocalDate first, LocalDate last) {
    return index.reading(
        searcher -> {
          Map<String, Integer> counts = new HashMap<>();
          for (Topic topic : taxonomy.topics()) {
            counts.put(
                topic.id(),
                searcher.count(
                    new BooleanQuery.Builder()
                        .add(about(topic.id()), Occur.FILTER)
                        .add(between(first, last), Occur.FILTER)
                        .build()));
          }
          return counts;
        });
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
              : index.read(searcher.storedFields(), latest.scoreDocs[0].doc).paper().announced();
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
