package dev.paperboy.classify.search;

import dev.paperboy.query.PaperDocument;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** What the index holds beside the words of some documents, in their order. */
final class DocumentValues {
  private final List<LeafReaderContext> segments;
  private final int[] documents;

  /**
   * @param sorted numbers of documents in the searcher's view, ascending
   */
  DocumentValues(IndexSearcher searcher, int[] sorted) {
    segments = searcher.getIndexReader().leaves();
    documents = sorted;
  }

  /** Sums of the parts of their trends, which don't age; 0 for papers that have none. */
  double[] attention() throws IOException {
    double[] attention = new double[documents.length];
    int segment = -1;
    NumericDocValues parts = null;
    for (int i = 0; i < documents.length; i++) {
      int its = ReaderUtil.subIndex(documents[i], segments);
      if (its != segment) {
        segment = its;
        parts = DocValues.getNumeric(segments.get(its).reader(), PaperDocument.TREND_PARTS);
      }
      if (parts.advanceExact(documents[i] - segments.get(its).docBase)) {
        attention[i] = Double.longBitsToDouble(parts.longValue());
      }
    }
    return attention;
  }

  /** A signed byte per dimension; null for those that have none in that field. */
  byte[][] vectors(String field) throws IOException {
    byte[][] vectors = new byte[documents.length][];
    int segment = -1;
    ByteVectorValues values = null;
    KnnVectorValues.DocIndexIterator at = null;
    for (int i = 0; i < documents.length; i++) {
      int its = ReaderUtil.subIndex(documents[i], segments);
      if (its != segment) {
        segment = its;
        values = segments.get(its).reader().getByteVectorValues(field);
        at = values == null ? null : values.iterator();
      }
      int document = documents[i] - segments.get(its).docBase;
      if (at != null && (at.docID() < document ? at.advance(document) : at.docID()) == document) {
        vectors[i] = values.vectorValue(at.index()).clone();
      }
    }
    return vectors;
  }
}
