package dev.paperboy.classify.search;

import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.events.TrendScore;
import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Search and trending lists over this replica's index; calls block for milliseconds. */
@ApplicationScoped
public class PaperSearch {
  private static final Query PAPERS = new TermQuery(PaperIndex.HOLDS_PAPER);

  private final PaperIndex index;
  private final Taxonomy taxonomy;
  private final Clock clock;

  PaperSearch(PaperIndex index, Taxonomy taxonomy, Clock clock) {
    this.index = index;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  /**
   * Papers that match a query, best match first.
   *
   * @param query in the query language of paper-query
   * @param offset how many to pass over
   * @param limit how many to return at most
   * @throws dev.paperboy.query.QuerySyntaxException where the query cannot be read
   */
  public PaperList search(String query, int offset, int limit) {
    return search(PaperQuery.parse(query), offset, limit);
  }

  /** The same for any text taken as plain words; never throws for what was typed. */
  public PaperList searchWords(String anyText, int offset, int limit) {
    return search(PaperQuery.words(anyText), offset, limit);
  }

  private PaperList search(PaperQuery query, int offset, int limit) {
    Query papers =
        new BooleanQuery.Builder()
            .add(query.toLucene(today()), Occur.MUST)
            .add(PAPERS, Occur.FILTER)
            .build();
    // Equal matches, such as all that a filter selects, come by trend.
    Sort order = new Sort(SortField.FIELD_SCORE, byTrend());
    return list(papers, order, offset, limit);
  }

  /**
   * The trendiest papers of a window that ends with the latest announcement.
   *
   * @param field only this field; null for all
   */
  public PaperList trending(TrendWindow window, String field, int offset, int limit) {
    LocalDate last = latestAnnouncement();
    if (last == null) {
      return new PaperList(0, List.of());
    }
    BooleanQuery.Builder papers =
        new BooleanQuery.Builder()
            .add(days(window.first(last), last), Occur.FILTER)
            .add(PAPERS, Occur.FILTER);
    if (field != null) {
      papers.add(new TermQuery(new Term(PaperIndex.FIELD, field)), Occur.FILTER);
    }
    return list(papers.build(), new Sort(byTrend()), offset, limit);
  }

  /** The latest announcement date up to today that has papers; null where there is none. */
  public LocalDate latestAnnouncement() {
    return reading(
        searcher -> {
          Sort latestFirst =
              new Sort(new SortField(PaperDocument.ANNOUNCED_DAY, SortField.Type.LONG, true));
          TopDocs latest = searcher.search(days(LocalDate.EPOCH, today()), 1, latestFirst);
          return latest.scoreDocs.length == 0
              ? null
              : index.read(searcher.storedFields(), latest.scoreDocs[0].doc).paper().announced();
        });
  }

  /** Fields that have papers, most papers first. */
  public List<String> fields() {
    return reading(
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

  /** The business date, UTC. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  private SortField byTrend() {
    return PaperDocument.trendScore(today()).getSortField(true);
  }

  private static Query days(LocalDate first, LocalDate last) {
    return LongPoint.newRangeQuery(
        PaperDocument.ANNOUNCED_DAY, first.toEpochDay(), last.toEpochDay());
  }

  private PaperList list(Query query, Sort order, int offset, int limit) {
    return reading(
        searcher -> {
          long total = searcher.count(query);
          int wanted = (int) Math.min(total, (long) offset + limit);
          if (wanted <= offset) {
            return new PaperList(total, List.of());
          }
          TopDocs found = searcher.search(query, wanted, order);
          StoredFields fields = searcher.storedFields();
          List<PaperCard> papers = new ArrayList<>();
          for (int i = offset; i < found.scoreDocs.length; i++) {
            papers.add(card(index.read(fields, found.scoreDocs[i].doc)));
          }
          return new PaperList(total, papers);
        });
  }

  private PaperCard card(IndexEntry entry) {
    IndexedPaper paper = entry.paper();
    Map<String, Double> parts = entry.trend() == null ? Map.of() : entry.trend().parts();
    return new PaperCard(
        paper.id(),
        paper.title(),
        paper.authors(),
        paper.abstractText(),
        paper.announced(),
        paper.categories(),
        paper.field(),
        paper.tags().stream()
            .map(tag -> new Tag(tag.topic(), name(tag.topic()), tag.confidence(), tag.evidence()))
            .toList(),
        parts,
        TrendScore.at(parts, paper.announced(), today()),
        paper.withdrawn(),
        paper.specimen());
  }

  private String name(String topic) {
    Topic known = taxonomy.get(topic);
    return known == null ? topic : known.name();
  }

  private <T> T reading(PaperIndex.Search<T> search) {
    try {
      return index.search(search);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
