package dev.paperboy.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** A paper in Lucene: the fields that {@link PaperQuery} asks, and how their text is analysed. */
public final class PaperDocument {
  /** The paper's id, one untouched term, stored: what to delete or update by. */
  public static final String ID = "id";

  private PaperDocument() {}

  /** The analyzer for an {@code IndexWriter} of such documents. */
  public static Analyzer analyzer() {
    return new EnglishAnalyzer();
  }

  /** The document of a paper. Only {@link #ID} is stored; callers may add fields of their own. */
  public static Document of(PaperText paper) {
    Document document = new Document();
    document.add(new StringField(ID, paper.id(), Store.YES));
    document.add(new TextField("title", paper.title(), Store.NO));
    document.add(new TextField("abstract", paper.abstractText(), Store.NO));
    return document;
  }
}
