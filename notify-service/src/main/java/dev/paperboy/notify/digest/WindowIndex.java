package dev.paperboy.notify.digest;

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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The papers of a window in memory, asked in the query language. Made once for all readers who wait
 * for the same window; not for several threads.
 */
final class WindowIndex implements AutoCloseable {
  private final List<TrendingPaper> papers;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<String, Map<String, Float>> answers = new HashMap<>();
  private final LocalDate today;

  /**
   * Indexes papers.
   *
   * @param topicNames by id, so that {@code topic:} finds both
   * @param today for {@code since:7d} and {@code trend>0.8}
   */
  WindowIndex(List<TrendingPaper> papers, Map<String, String> topicNames, LocalDate today) {
    this.papers = List.copyOf(papers);
    this.today = today;
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<TrendingPaper> papers() {
    return papers;
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
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(query.toLucene(today), papers.size()).scoreDocs) {
        found.put(stored.document(hit.doc).get(PaperDocument.ID), hit.score);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
