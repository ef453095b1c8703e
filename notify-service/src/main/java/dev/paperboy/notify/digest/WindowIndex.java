package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.PaperText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The papers of a window in memory, asked in the query language. Made once for all readers who wait
 * for the same window; not for several threads.
 */
final class WindowIndex implements AutoCloseable {
  private final List<TrendingPaper> papers;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** By Lucene's number: reading the stored field for every hit took most of a query's time. */
  private final String[] ids;

  private final Map<String, Map<String, Float>> answers = new HashMap<>();
  private final LocalDate today;
  private final WindowVectors vectors;
  private final WindowPostings postings;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<LocalDate, double[]> trends = new HashMap<>();
  private Map<String, Probe> probes = Map.of();

  /**
   * Indexes papers.
   *
   * @param topicNames by id, so that {@code topic:} finds both
   * @param today for {@code since:7d} and {@code trend>0.8}
   */
  WindowIndex(List<TrendingPaper> papers, Map<String, String> topicNames, LocalDate today) {
    this.papers = List.copyOf(papers);
    this.today = today;
    this.vectors = new WindowVectors(papers);
    this.postings = new WindowPostings(papers);
    papers.forEach(paper -> places.put(paper.paper().key(), places.size()));
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(PaperDocument.analyzer()))) {
        for (TrendingPaper paper : papers) {
          writer.addDocument(PaperDocument.of(text(paper, topicNames)));
        }
      }
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      ids = ids(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] ids(DirectoryReader reader) throws IOException {
    StoredFields stored = reader.storedFields();
    String[] ids = new String[reader.maxDoc()];
    for (int number = 0; number < ids.length; number++) {
      ids[number] = stored.document(number).get(PaperDocument.ID);
    }
    return ids;
  }

  List<TrendingPaper> papers() {
    return papers;
  }

  /** Where in {@link #papers} the paper of an id stands. */
  int place(String id) {
    return places.get(id);
  }

  /** Which papers have a topic or a category. */
  WindowPostings postings() {
    return postings;
  }

  /** The papers' trend scores on a business date, in their order; computed once a date. */
  double[] trends(LocalDate date) {
    return trends.computeIfAbsent(
        date, day -> papers.stream().mapToDouble(paper -> paper.trend(day)).toArray());
  }

  /** What made the papers' vectors; null where there are none. */
  String encoder() {
    return vectors.encoder();
  }

  /**
   * Forgets all answers and takes the vectors that are asked for from now on.
   *
   * @param known by subject
   */
  void compareWith(Map<String, Probe> known) {
    answers.clear();
    probes = Map.copyOf(known);
  }

  /** A subject's vector; null where there is none. */
  Probe probe(String subject) {
    return probes.get(subject);
  }

  /** Ids of the papers that are like a probe, with their cosines. */
  Map<String, Float> like(Probe probe) {
    return vectors.like(probe);
  }

  /** Ids of the papers that a query finds, with their scores; asked once whoever asks again. */
  Map<String, Float> ask(PaperQuery query) {
    return answers.computeIfAbsent(query.canonical(), canonical -> search(query));
  }

  private Map<String, Float> search(PaperQuery query) {
    Map<String, Float> found = new HashMap<>();
    if (papers.isEmpty()) {
      return found;
    }
    try {
      for (ScoreDoc hit :
          searcher.search(query.toLucene(today, this::like), papers.size()).scoreDocs) {
        found.put(ids[hit.doc], hit.score);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code ~"…"} finds; nothing where there is no vector of the text. */
  private Query like(String text) {
    Probe probe = probe(text);
    return probe == null
        ? new MatchNoDocsQuery("no vector")
        : new ConstantScoreQuery(
            new TermInSetQuery(
                PaperDocument.ID, like(probe).keySet().stream().map(BytesRef::new).toList()));
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

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
