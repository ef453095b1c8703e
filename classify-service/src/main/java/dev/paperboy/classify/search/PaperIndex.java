package dev.paperboy.classify.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * This replica's Lucene index on disk.
 *
 * <p>Fed by one thread; searched by any. What it was fed from is committed together with what it
 * holds, so that a restart, clean or not, goes on exactly there. While all of it is made anew,
 * searches see what there was before, and the disk keeps it; then both change at once.
 */
public final class PaperIndex implements AutoCloseable {
  /** Term field with the paper's field, to choose by; only documents that hold a paper have it. */
  static final String FIELD = "paperField";

  /** Marks documents that hold a paper, not only a trend that came early. */
  static final Term HOLDS_PAPER = new Term("holds", "paper");

  /** All documents that hold a paper. */
  static final Query PAPERS = new TermQuery(HOLDS_PAPER);

  /** Changes with what is written about a paper, so that an older index is made anew. */
  static final String LAYOUT = "4";

  /** In the notes: when the latest record that it was fed was written, in milliseconds. */
  static final String CHANGED = "changed";

  private static final String PAPER = "paper";
  private static final String TREND = "trend";
  private static final String VECTOR = "vector";
  private static final String ENCODER = "encoder";

  private final ObjectMapper json;
  private final Directory directory;
  private final IndexWriter writer;

  /** For searches. */
  private final SearcherManager searchers;

  /** For whoever feeds, who has to see what was put last. */
  private final SearcherManager latest;

  private volatile long changed;

  /** Whether what is put is not yet for searches to see. */
  private boolean anew;

  /** Whether records of before are still being read in. */
  private volatile boolean filling;

  /** Whether papers that have been classified long ago may be missing yet. */
  boolean isFilling() {
    return filling;
  }

  void setFilling(boolean now) {
    filling = now;
  }

  /** Opens the index of a directory, or makes it. */
  public PaperIndex(Path path, ObjectMapper json) throws IOException {
    this.json = json;
    directory = FSDirectory.open(path);
    writer = new IndexWriter(directory, new IndexWriterConfig(PaperDocument.analyzer()));
    searchers = new SearcherManager(writer, null);
    latest = new SearcherManager(writer, null);
    changed = Long.parseLong(notes().getOrDefault(CHANGED, "0"));
  }

  /**
   * When the latest record that searches see was written: every replica that is caught up with the
   * topics says the same.
   */
  Instant changed() {
    return Instant.ofEpochMilli(changed);
  }

  /** Another number whenever searches may find something else. */
  long version() {
    return reading(searcher -> ((DirectoryReader) searcher.getIndexReader()).getVersion());
  }

  /** What the last commit noted: where its feed stood. */
  Map<String, String> notes() {
    Map<String, String> notes = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
    }
    return notes;
  }

  /** What was put under {@code id} as of the last {@link #refresh}. */
  IndexEntry get(String id) throws IOException {
    return search(
        latest,
        searcher -> {
          TopDocs found = searcher.search(new TermQuery(new Term(PaperDocument.ID, id)), 1);
          return found.scoreDocs.length == 0
              ? IndexEntry.EMPTY
              : read(searcher, searcher.storedFields(), found.scoreDocs[0].doc);
        });
  }

  /**
   * The entry of a document found by a search.
   *
   * @param fields of the searcher, for all documents of a list
   */
  IndexEntry read(IndexSearcher searcher, StoredFields fields, int document) throws IOException {
    Document stored = fields.document(document);
    BytesRef paper = stored.getBinaryValue(PAPER);
    BytesRef trend = trend(searcher, document);
    return new IndexEntry(
        paper == null ? null : read(paper, IndexedPaper.class).with(vector(stored)),
        trend == null ? null : read(trend, IndexedTrend.class));
  }

  private static BytesRef trend(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
    BinaryDocValues trends = segment.reader().getBinaryDocValues(TREND);
    return trends != null && trends.advanceExact(document - segment.docBase)
        ? trends.binaryValue()
        : null;
  }

  private static IndexedVector vector(Document stored) {
    BytesRef vector = stored.getBinaryValue(VECTOR);
    return vector == null
        ? null
        : new IndexedVector(
            stored.get(ENCODER),
            Arrays.copyOfRange(vector.bytes, vector.offset, vector.offset + vector.length));
  }

  private <T> T read(BytesRef bytes, Class<T> type) throws IOException {
    return json.readValue(bytes.bytes, bytes.offset, bytes.length, type);
  }

  /** Puts {@code entry} in the place of what is held under {@code id}. */
  public void put(String id, IndexEntry entry) throws IOException {
    Term key = new Term(PaperDocument.ID, id);
    if (entry.isEmpty()) {
      writer.deleteDocuments(key);
      return;
    }
    Document document;
    if (entry.paper() == null) {
      document = new Document();
      document.add(new StringField(PaperDocument.ID, id, Store.YES));
    } else {
      document = document(entry.paper(), entry.trend());
    }
    if (entry.trend() != null) {
      document.add(trendField(entry.trend()));
    }
    writer.updateDocument(key, document);
  }

  /**
   * Gives what is held under {@code id}, which must be a paper, another trend. Only that is
   * written: votes come for thousands of papers an hour, and none of them needs its words and
   * vector indexed again.
   */
  void putTrend(String id, IndexedTrend trend) throws IOException {
    writer.updateDocValues(
        new Term(PaperDocument.ID, id), PaperDocument.trendParts(trend.sum()), trendField(trend));
  }

  private BinaryDocValuesField trendField(IndexedTrend trend) throws IOException {
    return new BinaryDocValuesField(TREND, new BytesRef(json.writeValueAsBytes(trend)));
  }

  private Document document(IndexedPaper paper, IndexedTrend trend) throws IOException {
    List<String> topics = new ArrayList<>();
    paper.tags().forEach(tag -> topics.add(tag.topic()));
    Document document =
        PaperDocument.of(
            new PaperText(
                paper.id().toString(),
                paper.title(),
                paper.abstractText(),
                paper.authors(),
                paper.categories(),
                topics,
                paper.source(),
                paper.announced(),
                trend == null ? 0 : trend.sum()));
    document.add(new StringField(HOLDS_PAPER.field(), HOLDS_PAPER.text(), Store.NO));
    document.add(new StringField(FIELD, paper.field(), Store.NO));
    document.add(new StoredField(PAPER, json.writeValueAsBytes(paper)));
    IndexedVector vector = paper.vector();
    if (vector != null) {
      // Also stored: a paper's entry tells which encoder made it.
      document.add(new StoredField(VECTOR, vector.int8()));
      document.add(new StoredField(ENCODER, vector.encoder()));
      if (vector.hasDirection()) {
        document.add(
            new KnnByteVectorField(vector.field(), vector.int8(), VectorSimilarityFunction.COSINE));
      }
    }
    return document;
  }

  /** Makes what was put visible, to searches unless all is made anew. */
  public void refresh() throws IOException {
    latest.maybeRefreshBlocking();
    if (!anew) {
      searchers.maybeRefreshBlocking();
    }
  }

  /** The same, with when the latest of it was written. */
  void refresh(long written) throws IOException {
    refresh();
    if (!anew) {
      changed = written;
    }
  }

  /**
   * Makes what was put durable, together with where its feed stands; not while all is made anew.
   */
  void commit(Map<String, String> notes) throws IOException {
    if (!anew) {
      writer.setLiveCommitData(notes.entrySet());
      writer.commit();
    }
  }

  /** Forgets everything, durably. */
  void clear() throws IOException {
    writer.deleteAll();
    anew = false;
    commit(Map.of());
    refresh();
  }

  /** Begins with nothing, of which searches and the disk learn by {@link #switchOver} only. */
  void beginAnew() throws IOException {
    writer.deleteAll();
    anew = true;
    refresh();
  }

  /** Whether {@link #switchOver} is still to come. */
  boolean isMadeAnew() {
    return anew;
  }

  /** Shows searches what was made anew, all of it at once, and keeps it. */
  void switchOver(Map<String, String> notes) throws IOException {
    anew = false;
    commit(notes);
    refresh(Long.parseLong(notes.getOrDefault(CHANGED, "0")));
  }

  /** Runs a search on a point-in-time view. */
  <T> T search(Search<T> search) throws IOException {
    return search(searchers, search);
  }

  private static <T> T search(SearcherManager of, Search<T> search) throws IOException {
    IndexSearcher searcher = of.acquire();
    try {
      return search.on(searcher);
    } finally {
      of.release(searcher);
    }
  }

  /** The same for callers that cannot help a broken disk. */
  <T> T reading(Search<T> search) {
    try {
      return search(search);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A search. */
  interface Search<T> {
    T on(IndexSearcher searcher) throws IOException;
  }

  @Override
  public void close() {
    try {
      searchers.close();
      latest.close();
      // Not committed: only the feeder knows where its feed stands.
      writer.rollback();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
