package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.taste.Background;
import dev.paperboy.notify.taste.WordBag;
import dev.paperboy.notify.taste.WordSpace;
import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.PaperText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The papers of a window in memory: made once for all readers who wait for the same window, for any
 * number of threads. Nothing of it is outside of the heap, so that nobody has to close it.
 */
public final class WindowPapers {
  /** Papers that tell what all are like: of more, the covariance would hardly be another. */
  private static final int MEASURED = 3000;

  private final List<TrendingPaper> papers;
  private final String[] keys;
  private final Map<String, Integer> byKey = new HashMap<>();
  private final BitSet withdrawn = new BitSet();
  private final IndexSearcher searcher;

  /** By Lucene's number: reading the stored field for every hit took most of a query's time. */
  private final int[] places;

  private final LocalDate today;
  private final WindowVectors vectors;
  private final WindowPostings postings;
  private final WindowAnswers answers = new WindowAnswers(this::find);
  private final Map<LocalDate, double[]> trends = new ConcurrentHashMap<>();
  private Background background;
  private WordSpace words;

  /**
   * Indexes papers.
   *
   * @param topicNames by id, so that {@code topic:} finds both
   * @param today for {@code since:7d} and {@code trend>0.8}
   */
  public WindowPapers(List<TrendingPaper> papers, Map<String, String> topicNames, LocalDate today) {
    this.papers = List.copyOf(papers);
    this.keys = papers.stream().map(paper -> paper.paper().key()).toArray(String[]::new);
    this.today = today;
    for (int place = 0; place < keys.length; place++) {
      byKey.put(keys[place], place);
      withdrawn.set(place, papers.get(place).paper().withdrawn());
    }
    this.vectors = new WindowVectors(papers);
    this.postings = new WindowPostings(papers);
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(PaperDocument.analyzer()))) {
        for (TrendingPaper paper : papers) {
          writer.addDocument(PaperDocument.of(text(paper, topicNames)));
        }
      }
      DirectoryReader reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      // A query that nobody asks again soon is not worth a look at a cache of bit sets.
      searcher.setQueryCache(null);
      places = places(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int[] places(DirectoryReader reader) throws IOException {
    StoredFields stored = reader.storedFields();
    int[] places = new int[reader.maxDoc()];
    for (int number = 0; number < places.length; number++) {
      places[number] = byKey.get(stored.document(number).get(PaperDocument.ID));
    }
    return places;
  }

  /** The papers; where one stands in here is its place. */
  List<TrendingPaper> papers() {
    return papers;
  }

  /** All ids, in the order of places. */
  List<String> keys() {
    return List.of(keys);
  }

  /** The id of the paper at a place. */
  String key(int place) {
    return keys[place];
  }

  /** Which papers have a topic or a category. */
  WindowPostings postings() {
    return postings;
  }

  /** What these papers are usually like; there must be a vector. Measured when first asked for. */
  synchronized Background background() {
    if (background == null) {
      background = Background.of(vectors.sample(MEASURED));
    }
    return background;
  }

  /** The words of these papers; counted when first asked for. */
  synchronized WordSpace words() {
    if (words == null) {
      words =
          new WordSpace(
              papers.stream()
                  .map(TrendingPaper::paper)
                  .map(paper -> WordBag.of(paper.title(), paper.abstractText()))
                  .toList());
    }
    return words;
  }

  WindowVectors vectors() {
    return vectors;
  }

  /** The papers' trend scores on a business date, by place; computed once a date. */
  double[] trends(LocalDate date) {
    return trends.computeIfAbsent(
        date, day -> papers.stream().mapToDouble(paper -> paper.trend(day)).toArray());
  }

  /** What a query without meanings finds, in whatever way it is found. */
  public Hits find(PaperQuery query) {
    return search(query.toLucene(today));
  }

  /** What a query without meanings finds; each part of it is asked once, whoever asks again. */
  Hits ask(PaperQuery query) {
    return answers.of(query);
  }

  /** Where the paper of an id stands; null where it is not in here. */
  Integer place(String id) {
    return byKey.get(id);
  }

  /** Papers that were taken back. */
  BitSet withdrawn() {
    return withdrawn;
  }

  LocalDate today() {
    return today;
  }

  /** All that a query finds. A collector that keeps the best first would sort what nobody reads. */
  Hits search(Query query) {
    Hits.Builder found = new Hits.Builder();
    try {
      searcher.search(
          query,
          new SimpleCollector() {
            private Scorable scorer;
            private int base;

            @Override
            protected void doSetNextReader(LeafReaderContext context) {
              base = context.docBase;
            }

            @Override
            public void setScorer(Scorable current) {
              scorer = current;
            }

            @Override
            public void collect(int number) throws IOException {
              found.add(places[base + number], scorer.score());
            }

            @Override
            public ScoreMode scoreMode() {
              return ScoreMode.COMPLETE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.build();
  }

  private static PaperText text(TrendingPaper trending, Map<String, String> topicNames) {
    ShelvedPaper paper = trending.paper();
    return new PaperText(
        paper.key(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.categories(),
        paper.tags().stream()
            .map(ShelvedPaper.Tag::topic)
            .flatMap(topic -> Stream.of(topic, topicNames.getOrDefault(topic, topic)))
            .distinct()
            .toList(),
        paper.source(),
        paper.announced(),
        trending.trendParts().values().stream().mapToDouble(Double::doubleValue).sum());
  }
}
