package dev.paperboy.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Papers in memory, asked by query text. */
final class TestIndex implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 5, 15);

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;

  TestIndex(PaperText... papers) {
    this(Arrays.asList(papers));
  }

  TestIndex(List<PaperText> papers) {
    try {
      writer = new IndexWriter(directory, new IndexWriterConfig(PaperDocument.analyzer()));
      for (PaperText paper : papers) {
        writer.addDocument(PaperDocument.of(paper));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PaperText paper(String id, String title, String abstractText, String... authors) {
    return new PaperText(
        id, title, abstractText, List.of(authors), List.of("cs.LG"), List.of(), "arxiv", TODAY, 0);
  }

  void updateTrend(String id, double parts) throws IOException {
    writer.updateDocValues(new Term(PaperDocument.ID, id), PaperDocument.trendParts(parts));
  }

  /** Ids of the papers that match. */
  SortedSet<String> matches(String query) {
    return new TreeSet<>(ranked(PaperQuery.parse(query).toLucene(TODAY)));
  }

  /** Ids of the papers that match, best first. */
  List<String> ranked(String query) {
    return ranked(PaperQuery.parse(query).toLucene(TODAY));
  }

  List<String> ranked(Query query) {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      StoredFields stored = reader.storedFields();
      List<String> ids = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, Math.max(1, reader.numDocs())).scoreDocs) {
        ids.add(stored.document(hit.doc).get(PaperDocument.ID));
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks a point-in-time view. */
  interface Reading<T> {
    T of(DirectoryReader reader) throws IOException;
  }

  <T> T reading(Reading<T> reading) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return reading.of(reader);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
